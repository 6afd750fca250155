// Sets the colour scheme before the first paint, so that a dark page never flashes white. A file of its own, because the
// content security policy allows no script inside the page. Mantine reads the same key.
(function () {
  var chosen = "auto";
  try {
    chosen = window.localStorage.getItem("mantine-color-scheme-value") || "auto";
  } catch {
    // Storage may be closed to us; the system's choice is a good answer then.
  }
  var dark = chosen === "dark" || (chosen !== "light" && window.matchMedia("(prefers-color-scheme: dark)").matches);
  document.documentElement.setAttribute("data-mantine-color-scheme", dark ? "dark" : "light");
})();
