/******/ (() => { // webpackBootstrap
/******/ 	"use strict";
var __webpack_exports__ = {};

;// CONCATENATED MODULE: ./build/core/problem.js
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
function ended(words, end) {
    return words === "" || end.test(words) ? words : `${words}.`;
}

;// CONCATENATED MODULE: ./build/runner/node.js
const node_fs = process.getBuiltinModule("node:fs");
const paths = process.getBuiltinModule("node:path");
function childProcess() {
    return process.getBuiltinModule("node:child_process");
}
function node_crypto() {
    return process.getBuiltinModule("node:crypto");
}

;// CONCATENATED MODULE: ./build/runner/commands.js

function say(line) {
    node_fs.writeSync(1, `${line}\n`);
}
function annotate(level, message, properties = {}) {
    const list = Object.entries({ title: "setup-private-python", ...properties }).map(([key, value]) => `${key}=${escapedProperty(`${value}`)}`);
    say(`::${level} ${list.join(",")}::${escapedData(message)}`);
}
function mask(values) {
    say(values.map((value) => `::add-mask::${escapedData(value)}`).join("\n"));
}
async function withoutCommands(title, body) {
    const token = crypto().randomUUID();
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
function commands_setEntry(file, name, value) {
    if (file === undefined || file === "")
        return;
    const delimiter = delimiterFor(value);
    fs.appendFileSync(file, `${name}<<${delimiter}\n${value}\n${delimiter}\n`);
}
function delimiterFor(value) {
    let delimiter = "ghadelimiter";
    while (value.includes(delimiter))
        delimiter += "_";
    return delimiter;
}
function addPath(file, folder) {
    if (file !== undefined && file !== "")
        fs.appendFileSync(file, `${folder}\n`);
}
function escapedData(value) {
    return value.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}
function escapedProperty(value) {
    return escapedData(value).replaceAll(":", "%3A").replaceAll(",", "%2C");
}

;// CONCATENATED MODULE: ./build/core/path.js
const WINDOWS = /^(?:[A-Za-z]:[\\/]|\\\\)/;
function path_slashed(path) {
    return path.includes("\\") && WINDOWS.test(path) ? path.replaceAll("\\", "/") : path;
}
function isAbsolute(path) {
    return path.startsWith("/") || WINDOWS.test(path);
}
function path_join(...parts) {
    let whole = "";
    for (const part of parts) {
        const next = path_slashed(part);
        if (next === "" || next === ".")
            continue;
        whole = whole === "" || isAbsolute(next) ? next : `${withoutSlash(whole)}/${next}`;
    }
    return whole === "/" || /^[A-Za-z]:\/$/.test(whole) ? whole : withoutSlash(whole);
}
function withoutSlash(path) {
    return path.endsWith("/") ? path.replace(/\/+$/, "") : path;
}

;// CONCATENATED MODULE: ./build/runner/journal.js



const STATE = "folder";
const NAME = "journal.jsonl";
function openJournal(folder, stateFile) {
    setEntry(stateFile, STATE, folder);
    fs.mkdirSync(folder, { mode: 0o700 });
    return { folder, note: (entry) => fs.appendFileSync(`${folder}/${NAME}`, `${JSON.stringify(entry)}\n`, { mode: 0o600 }) };
}
function journal_readJournal(folder) {
    let content;
    try {
        content = node_fs.readFileSync(`${folder}/${NAME}`, "utf8");
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
function isPrivateFolder(folder, temp) {
    return paths.resolve(paths.dirname(folder)) === paths.resolve(temp) && /\/setup-private-python-[0-9a-f]{16}$/.test(path_slashed(folder));
}
function isInside(path, folder) {
    return path_slashed(paths.resolve(path)).startsWith(`${path_slashed(paths.resolve(folder))}/`);
}

;// CONCATENATED MODULE: ./build/runner/main.js


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

;// CONCATENATED MODULE: ./build/runner/survey.js



function surveyMachine(variables = process.env, platform = process.platform) {
    const windows = platform === "win32";
    const netrc = netrcFile(variables, windows);
    const withoutSecrets = whyNoSecrets(variables);
    return {
        variables,
        windows,
        folder: join(tempFolder(variables), `setup-private-python-${randomName()}`),
        workspace: slashed(filled(variables.GITHUB_WORKSPACE) ?? process.cwd()),
        ...(netrc === undefined ? {} : { netrc }),
        ...(withoutSecrets === undefined ? {} : { withoutSecrets }),
    };
}
function randomName() {
    return Array.from({ length: 16 }, () => Math.floor(Math.random() * 16).toString(16)).join("");
}
function tempFolder(variables) {
    const folder = path_slashed(filled(variables.RUNNER_TEMP) ?? filled(variables.TMPDIR) ?? filled(variables.TEMP) ?? "/tmp");
    if (node_fs.existsSync(folder))
        return folder;
    throw new Problem({}, `the folder ${folder} of RUNNER_TEMP does not exist`, "Run this action in a job of a workflow, or set RUNNER_TEMP to a folder");
}
function filled(value) {
    return value === undefined || value === "" ? undefined : value;
}
function netrcFile(variables, windows) {
    const home = filled(variables.HOME) ?? filled(variables.USERPROFILE) ?? "";
    const candidates = filled(variables.NETRC) === undefined ? [join(home, ".netrc"), ...(windows ? [join(home, "_netrc")] : [])] : [variables.NETRC ?? ""];
    return candidates.find((path) => canRead(path));
}
function canRead(path) {
    if (!fs.existsSync(path))
        return false;
    try {
        fs.readFileSync(path);
        return true;
    }
    catch {
        return false;
    }
}
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
        return JSON.parse(fs.readFileSync(path ?? "", "utf8"));
    }
    catch {
        return {};
    }
}

;// CONCATENATED MODULE: ./build/runner/undo.js


function undoAll(folder, temp) {
    if (!isPrivateFolder(folder, temp))
        return { removed: 0, left: [`${folder}: not a folder of this action`] };
    return undoEntries([{ kind: "folder", path: folder }, ...journal_readJournal(folder)]);
}
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
    if (node_fs.lstatSync(path, { throwIfNoEntry: false }) === undefined)
        return false;
    try {
        node_fs.rmSync(path, { recursive: true, force: true, maxRetries: 3 });
    }
    catch {
        makeWritable(path);
        node_fs.rmSync(path, { recursive: true, force: true, maxRetries: 3 });
    }
    return true;
}
function makeWritable(path) {
    if (!node_fs.lstatSync(path).isDirectory())
        return;
    node_fs.chmodSync(path, 0o700);
    for (const name of node_fs.readdirSync(path))
        makeWritable(`${path}/${name}`);
}

;// CONCATENATED MODULE: ./build/actions/post.js






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

module.exports = __webpack_exports__;
/******/ })()
;