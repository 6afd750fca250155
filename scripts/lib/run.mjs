import { spawn } from "node:child_process";

/**
 * Runs a program to its end, without a terminal to ask questions on.
 * @returns {Promise<{code: number, output: string}>} what it wrote, when it was collected and not shown.
 */
export function run(command, args, { cwd, env, show = false } = {}) {
  const shell = process.platform === "win32" && command.endsWith(".cmd");
  return new Promise((done) => {
    const child = spawn(command, args, {
      cwd,
      env,
      shell,
      stdio: ["ignore", show ? "inherit" : "pipe", show ? "inherit" : "pipe"],
    });
    const chunks = [];
    child.stdout?.on("data", (chunk) => chunks.push(chunk));
    child.stderr?.on("data", (chunk) => chunks.push(chunk));
    child.on("error", (error) => done({ code: 127, output: error.message }));
    child.on("close", (code) => done({ code: code ?? 1, output: Buffer.concat(chunks).toString("utf8") }));
  });
}
