import { crypto, fs } from "./node.ts";

/**
 * What the runner understands (GitHub, "Workflow commands for GitHub Actions"):
 * lines on standard output, and entries of the files that it names.
 * Our own few lines: `@actions/core` alone would triple the start-up time.
 */

type Level = "error" | "warning" | "notice";

export function say(line: string): void {
  fs.writeSync(1, `${line}\n`);
}

export function annotate(level: Level, message: string, properties: Readonly<Record<string, string | number>> = {}): void {
  const list = Object.entries({ title: "setup-private-python", ...properties }).map(
    ([key, value]) => `${key}=${escapedProperty(`${value}`)}`,
  );
  say(`::${level} ${list.join(",")}::${escapedData(message)}`);
}

export function mask(values: readonly string[]): void {
  say(values.map((value) => `::add-mask::${escapedData(value)}`).join("\n"));
}

/** What is printed between holds no command for the runner, whatever a build script writes. */
export async function withoutCommands<T>(title: string, body: () => Promise<T>): Promise<T> {
  // Loaded here, as it would cost a run without commands a fifth of its start-up time.
  const token = crypto().randomUUID();
  say(`::group::${escapedData(title)}`);
  say(`::stop-commands::${token}`);
  try {
    return await body();
  } finally {
    say(`::${token}::`);
    say("::endgroup::");
  }
}

/** Appends `name<<delimiter` … to `GITHUB_ENV`, `GITHUB_OUTPUT` or `GITHUB_STATE`. */
export function setEntry(file: string | undefined, name: string, value: string): void {
  if (file === undefined || file === "") return;
  const delimiter = delimiterFor(value);
  fs.appendFileSync(file, `${name}<<${delimiter}\n${value}\n${delimiter}\n`);
}

/** A line that the value does not hold: then nothing in it can end the entry. */
function delimiterFor(value: string): string {
  let delimiter = "ghadelimiter";
  while (value.includes(delimiter)) delimiter += "_";
  return delimiter;
}

export function addPath(file: string | undefined, folder: string): void {
  if (file !== undefined && file !== "") fs.appendFileSync(file, `${folder}\n`);
}

function escapedData(value: string): string {
  return value.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function escapedProperty(value: string): string {
  return escapedData(value).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
