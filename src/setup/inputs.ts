/** The inputs of the setup action and their defaults; `action.yml` describes the same ones (a test compares). */
export const DEFAULTS = {
  token: "",
  "git-credentials": "",
  indexes: "",
  "default-index": "",
  tool: "auto",
  "tool-version": "",
  "working-directory": ".",
  install: "true",
  "install-args": "",
  "install-command": "",
  "persist-credentials": "true",
  "dry-run": "false",
} as const;

export type InputName = keyof typeof DEFAULTS;

export interface Input {
  readonly value: string;
  /** `variable`: an organisation's default, `SETUP_PRIVATE_PYTHON_<INPUT>`. */
  readonly from: "input" | "variable" | "default";
}

export type Inputs = Readonly<Record<InputName, Input>>;

/**
 * The inputs as the runner passes them: `INPUT_<NAME>`, upper case, dashes
 * kept (GitHub, "Metadata syntax", `inputs`); when empty, the variable
 * `SETUP_PRIVATE_PYTHON_<NAME>` with dashes as `_`; then the default.
 */
export function readInputs(variables: Readonly<Record<string, string | undefined>>): Inputs {
  const read = (name: InputName): Input => {
    const upper = name.toUpperCase();
    const given = variables[`INPUT_${upper}`] ?? "";
    if (given.trim() !== "") return { value: given, from: "input" };
    const fallback = variables[`SETUP_PRIVATE_PYTHON_${upper.replaceAll("-", "_")}`] ?? "";
    if (fallback.trim() !== "") return { value: fallback, from: "variable" };
    return { value: DEFAULTS[name], from: "default" };
  };
  const names = Object.keys(DEFAULTS) as InputName[];
  return Object.fromEntries(names.map((name) => [name, read(name)])) as Record<InputName, Input>;
}
