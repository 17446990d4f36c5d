import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
var __webpack_exports__ = {};

;// CONCATENATED MODULE: ./build/core/problem.js
/**
 * What the user has to know and do. Its text is the annotation of the job:
 * where, what happened, how to mend it. Never holds a secret. Any other error
 * is a bug of ours and shows its stack.
 */
class Problem extends Error {
    where;
    what;
    fix;
    constructor(where, what, fix) {
        super(`${place(where)}${ended(what, /[.:!?]$/)} ${ended(fix, /[.:!?`]$/)}`.trim());
        this.name = "Problem";
        this.where = where;
        this.what = what;
        this.fix = fix;
    }
}
function place(where) {
    const name = where.input ?? where.file;
    if (name === undefined)
        return "";
    return where.line === undefined ? `${name}: ` : `${name}, line ${where.line}: `;
}
/** With a full stop, but not behind a command to copy. */
function ended(words, end) {
    return words === "" || end.test(words) ? words : `${words}.`;
}

;// CONCATENATED MODULE: external "node:crypto"
const external_node_crypto_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:crypto");
;// CONCATENATED MODULE: external "node:fs"
const external_node_fs_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs");
;// CONCATENATED MODULE: ./build/runner/commands.js


function say(line) {
    (0,external_node_fs_namespaceObject.writeSync)(1, `${line}\n`);
}
function annotate(level, message, properties = {}) {
    const list = Object.entries({ title: "setup-private-python", ...properties }).map(([key, value]) => `${key}=${escapedProperty(`${value}`)}`);
    say(`::${level} ${list.join(",")}::${escapedData(message)}`);
}
function mask(value) {
    say(`::add-mask::${escapedData(value)}`);
}
/** What is printed between holds no command for the runner, whatever a build script writes. */
async function withoutCommands(title, body) {
    const token = randomUUID();
    say(`::group::${escapedData(title)}`);
    say(`::stop-commands::${token}`);
    try {
        return await body();
    }
    finally {
        say(`::${token}::`);
        say("::endgroup::");
    }
}
/** Appends `name<<delimiter` … to `GITHUB_ENV`, `GITHUB_OUTPUT` or `GITHUB_STATE`. */
function commands_setEntry(file, name, value) {
    if (file === undefined || file === "")
        return;
    const delimiter = `ghadelimiter_${randomUUID()}`;
    appendFileSync(file, `${name}<<${delimiter}\n${value}\n${delimiter}\n`);
}
function addPath(file, folder) {
    if (file !== undefined && file !== "")
        appendFileSync(file, `${folder}\n`);
}
function escapedData(value) {
    return value.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}
function escapedProperty(value) {
    return escapedData(value).replaceAll(":", "%3A").replaceAll(",", "%2C");
}

;// CONCATENATED MODULE: external "node:path"
const external_node_path_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:path");
;// CONCATENATED MODULE: ./build/core/path.js
/** Paths are written with `/` on every system: Git wants it, Windows takes it. */
function path_slashed(path) {
    return /^[A-Za-z]:[\\/]|^\\\\/.test(path) ? path.replaceAll("\\", "/") : path;
}
function isAbsolute(path) {
    return /^(?:\/|[A-Za-z]:[\\/]|\\\\)/.test(path);
}
function path_join(...parts) {
    let whole = "";
    for (const part of parts) {
        const next = path_slashed(part);
        if (next === "" || next === ".")
            continue;
        whole = whole === "" || isAbsolute(next) ? next : `${whole.replace(/\/+$/, "")}/${next}`;
    }
    return whole.length > 1 ? whole.replace(/\/+$/, "") : whole;
}

;// CONCATENATED MODULE: ./build/runner/journal.js




/** The name under which post finds the private folder (`STATE_…`). */
const STATE = "folder";
const NAME = "journal.jsonl";
/** Makes the private folder (0700), after the runner was told of it. */
function openJournal(folder, stateFile) {
    setEntry(stateFile, STATE, folder);
    mkdirSync(folder, { mode: 0o700 });
    const note = (entry) => {
        const file = openSync(`${folder}/${NAME}`, "a", 0o600);
        try {
            appendFileSync(file, `${JSON.stringify(entry)}\n`);
            fsyncSync(file);
        }
        finally {
            closeSync(file);
        }
    };
    return { folder, note };
}
/** The entries in the order in which they were written; a last line that was cut off is left out. */
function journal_readJournal(folder) {
    let content;
    try {
        content = (0,external_node_fs_namespaceObject.readFileSync)(`${folder}/${NAME}`, "utf8");
    }
    catch {
        return [];
    }
    return content.split("\n").flatMap((line) => entryOf(line, folder));
}
function entryOf(line, folder) {
    try {
        const { kind, path } = JSON.parse(line);
        const known = kind === "folder" || kind === "file";
        return known && typeof path === "string" && isInside(path, folder) ? [{ kind, path }] : [];
    }
    catch {
        return [];
    }
}
/** Whether a folder is one that this action makes: the state that post is given is not trusted further. */
function isPrivateFolder(folder, temp) {
    return (0,external_node_path_namespaceObject.resolve)((0,external_node_path_namespaceObject.dirname)(folder)) === (0,external_node_path_namespaceObject.resolve)(temp) && /\/setup-private-python-[0-9a-f]{16}$/.test(path_slashed(folder));
}
function isInside(path, folder) {
    return path_slashed((0,external_node_path_namespaceObject.resolve)(path)).startsWith(`${path_slashed((0,external_node_path_namespaceObject.resolve)(folder))}/`);
}

;// CONCATENATED MODULE: ./build/runner/main.js


/** Runs an action: a problem becomes one annotation and exit code 1, any other error shows where our bug is. */
function main(action) {
    action().catch((error) => {
        process.exitCode = 1;
        if (error instanceof Problem) {
            const { file, line } = error.where;
            annotate("error", error.message, {
                ...(file === undefined ? {} : { file }),
                ...(file === undefined || line === undefined ? {} : { line }),
            });
            return;
        }
        annotate("error", "This is a bug in setup-private-python; please report it with the stack in the log");
        say(error instanceof Error ? (error.stack ?? error.message) : String(error));
    });
}

;// CONCATENATED MODULE: external "node:os"
const external_node_os_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:os");
;// CONCATENATED MODULE: ./build/runner/survey.js





/** Takes the facts that need no process; changes nothing. */
function surveyMachine(variables = process.env, platform = process.platform) {
    const windows = platform === "win32";
    const netrc = netrcFile(variables, windows);
    const withoutSecrets = whyNoSecrets(variables);
    return {
        variables,
        windows,
        folder: join(tempFolder(variables), `setup-private-python-${randomBytes(8).toString("hex")}`),
        workspace: slashed(filled(variables.GITHUB_WORKSPACE) ?? process.cwd()),
        ...(netrc === undefined ? {} : { netrc }),
        ...(withoutSecrets === undefined ? {} : { withoutSecrets }),
    };
}
/** The job's folder for files that are gone after it (`RUNNER_TEMP`). */
function tempFolder(variables) {
    const folder = path_slashed(filled(variables.RUNNER_TEMP) ?? (0,external_node_os_namespaceObject.tmpdir)());
    if ((0,external_node_fs_namespaceObject.existsSync)(folder))
        return folder;
    throw new Problem({}, `the folder ${folder} of RUNNER_TEMP does not exist`, "Run this action in a job of a workflow, or set RUNNER_TEMP to a folder");
}
function filled(value) {
    return value === undefined || value === "" ? undefined : value;
}
/** `NETRC` if it is set, else the file in HOME, as Python's requests looks for it. */
function netrcFile(variables, windows) {
    const home = filled(variables.HOME) ?? filled(variables.USERPROFILE) ?? homedir();
    const candidates = filled(variables.NETRC) === undefined ? [join(home, ".netrc"), ...(windows ? [join(home, "_netrc")] : [])] : [variables.NETRC ?? ""];
    return candidates.find((path) => canRead(path));
}
function canRead(path) {
    try {
        readFileSync(path);
        return true;
    }
    catch {
        return false;
    }
}
/** GitHub passes no secrets to pull requests from forks, and Dependabot's own ones to its runs. */
function whyNoSecrets(variables) {
    if (variables.GITHUB_ACTOR === "dependabot[bot]" && variables.GITHUB_EVENT_NAME !== "pull_request_target")
        return "dependabot";
    if (variables.GITHUB_EVENT_NAME !== "pull_request")
        return undefined;
    const pull = readEvent(variables.GITHUB_EVENT_PATH).pull_request;
    const head = pull?.head?.repo?.full_name;
    return pull !== undefined && head !== pull.base?.repo?.full_name ? "fork" : undefined;
}
function readEvent(path) {
    try {
        return JSON.parse(readFileSync(path ?? "", "utf8"));
    }
    catch {
        return {};
    }
}

;// CONCATENATED MODULE: ./build/runner/undo.js


/** Undoes the journal backwards, goes on after a failure, and removes the private folder last. */
function undoAll(folder, temp) {
    if (!isPrivateFolder(folder, temp))
        return { removed: 0, left: [`${folder}: not a folder of this action`] };
    return undoEntries([{ kind: "folder", path: folder }, ...journal_readJournal(folder)]);
}
/** Undoes what lies within one folder of the private one. */
function undoWithin(folder, journalFolder) {
    return undoEntries(readJournal(journalFolder).filter(({ path }) => path === folder || path.startsWith(`${folder}/`)));
}
function undoEntries(entries) {
    const left = [];
    let removed = 0;
    for (const { path } of [...entries].reverse()) {
        try {
            if (remove(path))
                removed += 1;
        }
        catch (error) {
            left.push(`${path}: ${error instanceof Error ? error.message : error}`);
        }
    }
    return { removed, left };
}
function remove(path) {
    if ((0,external_node_fs_namespaceObject.lstatSync)(path, { throwIfNoEntry: false }) === undefined)
        return false;
    try {
        (0,external_node_fs_namespaceObject.rmSync)(path, { recursive: true, force: true, maxRetries: 3 });
    }
    catch {
        makeWritable(path);
        (0,external_node_fs_namespaceObject.rmSync)(path, { recursive: true, force: true, maxRetries: 3 });
    }
    return true;
}
/** Git and build tools write read-only folders, which their owner cannot empty. */
function makeWritable(path) {
    if (!(0,external_node_fs_namespaceObject.lstatSync)(path).isDirectory())
        return;
    (0,external_node_fs_namespaceObject.chmodSync)(path, 0o700);
    for (const name of (0,external_node_fs_namespaceObject.readdirSync)(path))
        makeWritable(`${path}/${name}`);
}

;// CONCATENATED MODULE: ./build/actions/post.js






/** Undoes what main's journal says, in a run that failed or was cancelled as well; derives nothing again. */
main(async () => {
    const folder = process.env[`STATE_${STATE}`];
    if (folder === undefined || folder === "")
        return say("Nothing to undo.");
    const { removed, left } = undoAll(folder, tempFolder(process.env));
    if (left.length > 0) {
        throw new Problem({}, `not everything could be removed: ${left.join("; ")}`, "Remove it by hand: it may hold a credential");
    }
    return say(removed === 0 ? "Nothing was left to undo." : "Credentials and tools of this step are removed.");
});

