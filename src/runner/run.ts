import { childProcess, fs } from "./node.ts";
import { type Variables, withoutInputs } from "./programs.ts";

/** How much of a command's end is kept to explain a failure, in characters. */
const KEPT = 65_536;

/**
 * Runs a program, without the action's inputs, and passes its output on to the
 * log as it comes.
 */
export function run(argv: readonly string[], folder: string, environment: Variables): Promise<{ code: number; output: string }> {
  const [program = "", ...args] = argv;
  const env = withoutInputs(environment);
  return new Promise((resolve) => {
    const child = childProcess().spawn(program, args, { cwd: folder, env, stdio: ["ignore", "pipe", "pipe"], windowsHide: true });
    let output = "";
    const keep = (chunk: Buffer): void => {
      passOn(chunk);
      output = (output + chunk.toString("utf8")).slice(-KEPT);
    };
    child.stdout.on("data", keep);
    child.stderr.on("data", keep);
    child.on("error", (error) => resolve({ code: 127, output: `${output}\n${error.message}` }));
    child.on("close", (code) => resolve({ code: code ?? 128, output }));
  });
}

function passOn(chunk: Buffer): void {
  for (let from = 0; from < chunk.length; ) {
    try {
      from += fs.writeSync(1, chunk, from);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EAGAIN") throw error;
    }
  }
}
