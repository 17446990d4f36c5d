/** A line such as `::error file=a.py,line=3::message`, decoded. */
export interface Annotation {
  readonly level: "error" | "warning" | "notice";
  readonly message: string;
  readonly properties: Readonly<Record<string, string>>;
}

/** What a step told the runner through its output. */
export interface Commands {
  readonly masks: readonly string[];
  readonly annotations: readonly Annotation[];
  /** The output without the lines that set a mask. */
  readonly log: string;
}

const command = /^\s*::([a-z-]+)(?: ([^:]*(?::(?!:)[^:]*)*))?::(.*)$/;

/** Reads the commands in a step's output as the runner does, with `stop-commands`. */
export function readCommands(output: string): Commands {
  const masks: string[] = [];
  const annotations: Annotation[] = [];
  const log: string[] = [];
  let stopped: string | undefined;
  for (const line of output.split("\n")) {
    const [, name = "", properties = "", data = ""] = command.exec(line.replace(/\r$/, "")) ?? [];
    if (stopped !== undefined) {
      if (name === stopped || line.trim() === `::${stopped}::`) stopped = undefined;
    } else if (name === "stop-commands") {
      stopped = data;
    } else if (name === "add-mask") {
      masks.push(decode(data));
      continue;
    } else if (name === "error" || name === "warning" || name === "notice") {
      annotations.push({ level: name, message: decode(data), properties: readProperties(properties) });
    }
    log.push(line);
  }
  return { masks, annotations, log: log.join("\n") };
}

function readProperties(list: string): Record<string, string> {
  const pairs = list.split(",").filter((one) => one.includes("="));
  const decodeProperty = (text: string): string => decode(text.replaceAll("%3A", ":").replaceAll("%2C", ","));
  return Object.fromEntries(
    pairs.map((pair) => {
      const sign = pair.indexOf("=");
      return [pair.slice(0, sign).trim(), decodeProperty(pair.slice(sign + 1))];
    }),
  );
}

function decode(data: string): string {
  return data.replaceAll("%0D", "\r").replaceAll("%0A", "\n").replaceAll("%25", "%");
}
