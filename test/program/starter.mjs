// Stands for scripts/start.mjs in a test that kills it: starts the program, and speaks when it is up.
import { launchMain } from "../../scripts/lib/launch.mjs";

const baseUrl = `http://localhost:${process.env["PORT"]}`;
const timer = setInterval(async () => {
  const isUp = await fetch(`${baseUrl}/readyz`).then(
    (answer) => answer.ok,
    () => false,
  );
  if (!isUp) return;
  clearInterval(timer);
  process.stdout.write("up\n");
}, 50);
process.exit(await launchMain(["serve"]));
