/******/ (() => { // webpackBootstrap
/******/ 	"use strict";
/******/ 	var __webpack_modules__ = ({

/***/ 818:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   s: () => (/* binding */ defined)
/* harmony export */ });
function defined(value) {
    return Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined));
}


/***/ }),

/***/ 539:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   DB: () => (/* binding */ bestScope),
/* harmony export */   hU: () => (/* binding */ covers),
/* harmony export */   kN: () => (/* binding */ readGitUrl)
/* harmony export */ });
/* harmony import */ var _url_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(646);

const URL_FORM = /^(https?|ssh|git\+ssh|ssh\+git):\/\/(?:([^@/]*)@)?(\[[^\]/]+\]|[^:/[\]]+)(?::(\d*))?\/(.+)$/i;
const SCP_FORM = /^(?:([^@/:]+)@)?([^@:/[\]\\]{2,}|\[[^\]/]+\]):(?!\/\/)\/?(.+)$/;
function readGitUrl(spelled) {
    const value = spelled.replace(/^git\+(?=[a-z]+:\/\/)/i, "");
    const url = URL_FORM.exec(value);
    if (url !== null) {
        const [, scheme = "", userinfo, host = "", port, path = ""] = url;
        const protocol = scheme.toLowerCase() === "https" ? "https" : scheme.toLowerCase() === "http" ? "http" : "ssh";
        return gitUrl(value, protocol, userinfo?.split(":")[0], host, port === "" ? undefined : port, path);
    }
    const scp = SCP_FORM.exec(value);
    if (scp === null || /^[a-z]+:\/\/|^file:/i.test(value))
        return undefined;
    return gitUrl(value, "ssh", scp[1], scp[2] ?? "", undefined, scp[3] ?? "");
}
function gitUrl(text, protocol, user, host, port, path) {
    return {
        text,
        protocol,
        host: asciiHost(host),
        path: path.replace(/^\/+|\/+$/g, ""),
        ...(user === undefined || user === "" ? {} : { user }),
        ...(port === undefined ? {} : { port }),
    };
}
function asciiHost(host) {
    const plain = host.toLowerCase();
    return /[^\x21-\x7e]/.test(plain) && URL.canParse(`https://${plain}`) ? new URL(`https://${plain}`).hostname : plain;
}
function covers(scope, url) {
    if (scope.host !== url.host || !(0,_url_js__WEBPACK_IMPORTED_MODULE_0__/* .pathWithin */ .RY)(url.path, scope.path))
        return false;
    if (url.protocol === "ssh")
        return true;
    return url.protocol === scope.protocol && (url.port ?? standardPort(url)) === (scope.port ?? standardPort(scope));
}
function standardPort(url) {
    return url.protocol === "https" ? "443" : "80";
}
function bestScope(all, url) {
    let best;
    for (const one of all) {
        if (covers(one.scope, url) && (best === undefined || one.scope.path.length > best.scope.path.length))
            best = one;
    }
    return best;
}


/***/ }),

/***/ 232:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   df: () => (/* binding */ slashed),
/* harmony export */   fj: () => (/* binding */ join),
/* harmony export */   oP: () => (/* binding */ isAbsolute)
/* harmony export */ });
const WINDOWS = /^(?:[A-Za-z]:[\\/]|\\\\)/;
function slashed(path) {
    return path.includes("\\") && WINDOWS.test(path) ? path.replaceAll("\\", "/") : path;
}
function isAbsolute(path) {
    return path.startsWith("/") || WINDOWS.test(path);
}
function join(...parts) {
    let whole = "";
    for (const part of parts) {
        const next = slashed(part);
        if (next === "" || next === ".")
            continue;
        whole = whole === "" || isAbsolute(next) ? next : `${withoutSlash(whole)}/${next}`;
    }
    return whole === "/" || /^[A-Za-z]:\/$/.test(whole) ? whole : withoutSlash(whole);
}
function withoutSlash(path) {
    return path.endsWith("/") ? path.replace(/\/+$/, "") : path;
}


/***/ }),

/***/ 832:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ Problem)
/* harmony export */ });
/* unused harmony export place */
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


/***/ }),

/***/ 431:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   LC: () => (/* binding */ equal),
/* harmony export */   Qq: () => (/* binding */ text),
/* harmony export */   wW: () => (/* binding */ labelled),
/* harmony export */   zh: () => (/* binding */ Secret)
/* harmony export */ });
/* harmony import */ var _vault_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(295);

class Secret {
    label;
    constructor(label, value) {
        this.label = label;
        (0,_vault_js__WEBPACK_IMPORTED_MODULE_0__/* .keep */ .aC)(this, value);
    }
    toString() {
        return `<${this.label}>`;
    }
    toJSON() {
        return this.toString();
    }
    [Symbol.for("nodejs.util.inspect.custom")]() {
        return this.toString();
    }
}
function text(strings, ...values) {
    const parts = [];
    strings.forEach((string, n) => {
        if (string !== "")
            parts.push(string);
        const value = values[n];
        if (value === undefined || value === "")
            return;
        if (Array.isArray(value))
            parts.push(...value);
        else
            parts.push(value);
    });
    return parts;
}
function labelled(parts) {
    return parts.map((part) => (typeof part === "string" || part instanceof Secret ? `${part}` : `${part.value}`)).join("");
}
function equal(a, b) {
    if (typeof a === "string" || typeof b === "string")
        return a === b;
    return (0,_vault_js__WEBPACK_IMPORTED_MODULE_0__/* .sameValue */ .eE)(a, b);
}


/***/ }),

/***/ 646:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   QN: () => (/* binding */ scopeUrl),
/* harmony export */   RY: () => (/* binding */ pathWithin),
/* harmony export */   Ry: () => (/* binding */ readCredentialUrl),
/* harmony export */   TG: () => (/* binding */ origin),
/* harmony export */   U9: () => (/* binding */ isLoopback)
/* harmony export */ });
/* unused harmony export decoded */
/* harmony import */ var _problem_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(832);

const HOST = /^(?:\[[0-9a-fA-F:.]+\]|[A-Za-z0-9\u00a1-\uffff](?:[A-Za-z0-9\u00a1-\uffff._-]*[A-Za-z0-9\u00a1-\uffff])?)(?::\d{1,5})?$/;
function readCredentialUrl(where, raw, form) {
    const protocol = /^(https?):\/\//i.exec(raw)?.[1]?.toLowerCase();
    if (protocol !== "https" && protocol !== "http") {
        throw new _problem_js__WEBPACK_IMPORTED_MODULE_0__/* .Problem */ .A(where, "the line does not begin with https://", `Write it as \`${form}\``);
    }
    const rest = raw.slice(protocol.length + 3);
    const at = rest.lastIndexOf("@");
    const { url, path } = readHostAndPath(where, protocol, rest.slice(at + 1), form);
    const scope = { protocol, host: url.hostname, path: repositoryPath(path), ...(url.port === "" ? {} : { port: url.port }) };
    if (at < 0)
        return { scope, writtenPath: path };
    const userinfo = rest.slice(0, at);
    refuseAmbiguous(where, userinfo);
    const colon = userinfo.indexOf(":");
    if (colon < 0)
        return { scope, writtenPath: path, user: decoded(userinfo) };
    return { scope, writtenPath: path, user: decoded(userinfo.slice(0, colon)), password: decoded(userinfo.slice(colon + 1)) };
}
const LIKE_A_HOST = /(?:^|@)(?:\[[^\]/]*\](?::\d+)?|[\w\u00a1-\uffff-]+(?:(?:\.[\w\u00a1-\uffff-]*)+(?::\d+)?|:\d+))\//;
function refuseAmbiguous(where, userinfo) {
    if (!userinfo.includes("/") || !LIKE_A_HOST.test(userinfo))
        return;
    throw new _problem_js__WEBPACK_IMPORTED_MODULE_0__/* .Problem */ .A(where, "the line has an `@` behind what looks like a host", "Write an `@` of the path as `%40`, or percent-encode the whole password");
}
function readHostAndPath(where, protocol, value, form) {
    const slash = value.indexOf("/");
    const host = slash < 0 ? value : value.slice(0, slash);
    const path = slash < 0 ? "" : value.slice(slash);
    const url = HOST.test(host) ? URL.parse(`${protocol}://${host}`) : null;
    if (url === null) {
        throw new _problem_js__WEBPACK_IMPORTED_MODULE_0__/* .Problem */ .A(where, "no host name was found behind the credential", `Write it as \`${form}\``);
    }
    refusePath(where, path);
    return { url, path };
}
function refusePath(where, path) {
    const segments = path.replace(/^\/|\/$/g, "").split("/");
    if (segments.some((segment) => /^(?:\.|%2e){1,2}$/i.test(segment))) {
        throw new _problem_js__WEBPACK_IMPORTED_MODULE_0__/* .Problem */ .A(where, "the path contains `.` or `..`", "Write the path as the host shows it");
    }
    if (/%(?:[01][0-9a-f]|7f)/i.test(path)) {
        throw new _problem_js__WEBPACK_IMPORTED_MODULE_0__/* .Problem */ .A(where, "the path contains an encoded control character", "Write the path as the host shows it");
    }
    if (!/^(?:\/(?:[A-Za-z0-9\u00a1-\uffff._~+-]|%[0-9a-f]{2})+)*\/?$/i.test(path)) {
        throw new _problem_js__WEBPACK_IMPORTED_MODULE_0__/* .Problem */ .A(where, "the path contains a character that no repository or index path has", "Write only `/OWNER` or `/OWNER/REPO`");
    }
}
function repositoryPath(path) {
    return path.replace(/^\/+|\/+$/g, "").replace(/\.git$/, "");
}
function decoded(value) {
    if (!value.includes("%"))
        return value;
    if (!/^(?:[A-Za-z0-9._~!'()*-]|%[0-9A-Fa-f]{2})*$/.test(value))
        return value;
    if (/%(?:4[1-9a-f]|5[0-9a]|6[1-9a-f]|7[0-9a]|3[0-9]|2d|2e|5f|7e)/i.test(value))
        return value;
    try {
        return decodeURIComponent(value);
    }
    catch {
        return value;
    }
}
function origin(scope) {
    return `${scope.protocol}://${scope.host}${scope.port === undefined ? "" : `:${scope.port}`}`;
}
function scopeUrl(scope) {
    return scope.path === "" ? origin(scope) : `${origin(scope)}/${scope.path}`;
}
function pathWithin(path, scope) {
    if (scope === "")
        return true;
    const plain = path.replace(/\.git$/, "");
    return plain === scope || path.startsWith(`${scope}/`);
}
function isLoopback(host) {
    return host === "localhost" || host.endsWith(".localhost") || /^127\.\d+\.\d+\.\d+$/.test(host) || host === "[::1]";
}


/***/ }),

/***/ 295:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   _c: () => (/* binding */ reveal),
/* harmony export */   aC: () => (/* binding */ keep),
/* harmony export */   eE: () => (/* binding */ sameValue)
/* harmony export */ });
const values = new WeakMap();
function keep(key, value) {
    values.set(key, value);
}
function reveal(key) {
    const value = values.get(key);
    if (value === undefined)
        throw new TypeError("not a secret of this process");
    return value;
}
function sameValue(a, b) {
    return reveal(a) === reveal(b);
}


/***/ }),

/***/ 551:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Qn: () => (/* binding */ isProjectFile),
/* harmony export */   R8: () => (/* binding */ isRequirements),
/* harmony export */   Us: () => (/* binding */ standardGitUrls),
/* harmony export */   zU: () => (/* binding */ emptyProject)
/* harmony export */ });
/* harmony import */ var _requirements_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(460);
/* harmony import */ var _toml_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(740);


const PROJECT_FILES = ["pyproject.toml", "poetry.lock", "poetry.toml", "uv.lock", "uv.toml"];
function isProjectFile(name) {
    return PROJECT_FILES.includes(name) || isRequirements(name);
}
function isRequirements(name) {
    return /^requirements[\w.-]*\.txt$/i.test(name);
}
function emptyProject(folder, names) {
    return { folder, names, requirements: new Map() };
}
function standardGitUrls(project) {
    const groups = [(0,_toml_js__WEBPACK_IMPORTED_MODULE_1__.at)(project.pyproject, "project", "optional-dependencies"), (0,_toml_js__WEBPACK_IMPORTED_MODULE_1__.at)(project.pyproject, "dependency-groups")];
    const requirements = [
        ...(0,_toml_js__WEBPACK_IMPORTED_MODULE_1__/* .strings */ .P$)((0,_toml_js__WEBPACK_IMPORTED_MODULE_1__.at)(project.pyproject, "project").dependencies),
        ...groups.flatMap((group) => Object.values(group).flatMap(_toml_js__WEBPACK_IMPORTED_MODULE_1__/* .strings */ .P$)),
    ];
    return requirements.flatMap((requirement) => (0,_requirements_js__WEBPACK_IMPORTED_MODULE_0__/* .gitReference */ .G)(requirement)?.url ?? []);
}


/***/ }),

/***/ 460:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ gitRequirements),
/* harmony export */   G: () => (/* binding */ gitReference)
/* harmony export */ });
/* harmony import */ var _core_git_url_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(539);

function gitRequirements(content) {
    return logicalLines(content).flatMap(({ text, line }) => {
        const found = gitReference(text);
        return found === undefined ? [] : [{ ...found, line }];
    });
}
function gitReference(requirement) {
    const spelled = /(?:^|[\s@=])git\+([a-z]+:\/\/[^\s;"']+)/i.exec(requirement)?.[1];
    if (spelled === undefined)
        return undefined;
    const plain = spelled.split("#")[0] ?? "";
    const path = plain.indexOf("/", plain.indexOf("://") + 3);
    const at = plain.lastIndexOf("@");
    const hasRef = path > 0 && at > path;
    const url = (0,_core_git_url_js__WEBPACK_IMPORTED_MODULE_0__/* .readGitUrl */ .kN)(hasRef ? plain.slice(0, at) : plain);
    if (url === undefined)
        return undefined;
    return hasRef && at + 1 < plain.length ? { url, ref: plain.slice(at + 1) } : { url };
}
function logicalLines(content) {
    const found = [];
    let open;
    content.split(/\r?\n/).forEach((raw, n) => {
        const continues = raw.endsWith("\\") && !/^\s*#/.test(raw);
        const text = (open?.text ?? "") + (continues ? `${raw.slice(0, -1)} ` : raw);
        const line = open?.line ?? n + 1;
        open = continues ? { text, line } : undefined;
        if (!continues)
            found.push({ text, line });
    });
    if (open !== undefined)
        found.push(open);
    return found.map(({ text, line }) => ({ text: text.replace(/(^|\s)#.*$/, "").trim(), line })).filter(({ text }) => text !== "");
}


/***/ }),

/***/ 740:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   P$: () => (/* binding */ strings),
/* harmony export */   Yj: () => (/* binding */ string),
/* harmony export */   at: () => (/* binding */ at),
/* harmony export */   p_: () => (/* binding */ list),
/* harmony export */   tp: () => (/* binding */ table)
/* harmony export */ });
function table(value) {
    return typeof value === "object" && value !== null && !Array.isArray(value) ? value : {};
}
function list(value) {
    return Array.isArray(value) ? value : [];
}
function string(value) {
    return typeof value === "string" ? value : undefined;
}
function strings(value) {
    return list(value).filter((one) => typeof one === "string");
}
function at(root, ...path) {
    return path.reduce((here, key) => table(here[key]), root ?? {});
}


/***/ }),

/***/ 815:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  Bb: () => (/* binding */ apply),
  WU: () => (/* binding */ show)
});

// UNUSED EXPORTS: handlers

// EXTERNAL MODULE: ./build/runner/steps/command.js + 1 modules
var command = __nccwpck_require__(726);
;// CONCATENATED MODULE: ./build/core/netrc.js
function withoutHosts(content, hosts) {
    const plain = content.replaceAll("\r\n", "\n").replace(/^[ \t]*#.*\n?/gm, "");
    const entries = plain.split(/^(?=[ \t]*(?:machine|default|macdef)\b)|(?<=[ \t])(?=machine[ \t])/m);
    return entries
        .filter((entry) => {
        const host = /^\s*machine\s+("[^"]*"|\S+)/.exec(entry)?.[1]?.replaceAll('"', "");
        return host === undefined || !hosts.includes(host.toLowerCase());
    })
        .join("");
}

// EXTERNAL MODULE: ./build/core/secret.js
var secret = __nccwpck_require__(431);
// EXTERNAL MODULE: ./build/runner/node.js
var node = __nccwpck_require__(656);
// EXTERNAL MODULE: ./build/runner/render.js
var render = __nccwpck_require__(252);
;// CONCATENATED MODULE: ./build/runner/steps/file.js




const fileStep = {
    apply({ path, content, carry }, { journal }) {
        const carried = carry === undefined ? "" : withoutHosts(node.fs.readFileSync(carry.netrc, "utf8"), carry.without);
        journal.note({ kind: "file", path });
        node.fs.writeFileSync(path, (0,render/* render */.X)(content) + carried, { mode: 0o600, flag: "wx" });
    },
    show({ path, content, carry }) {
        const carried = carry === undefined ? "" : `    | … and the entries of ${carry.netrc} for other hosts\n`;
        const shown = (0,secret/* labelled */.wW)(content).trimEnd().replace(/^/gm, "    | ");
        return `file ${path} (0600)\n${shown}\n${carried}`.trimEnd();
    },
};

;// CONCATENATED MODULE: ./build/runner/steps/folder.js

const folderStep = {
    apply({ path }, { journal }) {
        journal.note({ kind: "folder", path });
        node.fs.mkdirSync(path, { recursive: true, mode: 0o700 });
    },
    show: ({ path }) => `folder ${path} (0700)`,
};

;// CONCATENATED MODULE: ./build/runner/steps/link.js

const linkStep = {
    apply({ path, target }, { journal, windows }) {
        if (node.fs.existsSync(path))
            return;
        journal.note({ kind: "file", path });
        if (windows)
            node.fs.copyFileSync(target, path);
        else
            node.fs.symlinkSync(target, path);
    },
    show: ({ path, target }) => `link ${path} -> ${target}`,
};

;// CONCATENATED MODULE: ./build/core/forms.js
function forms_forms(secret, user, password) {
    const found = new Set();
    for (const value of [secret, ...secret.split(/\r?\n/)].map((one) => one.toWellFormed())) {
        if (value.trim() === "")
            continue;
        found.add(value);
        found.add(encodeURI(value));
        for (const encoded of [encodeURIComponent(value), strictlyEncoded(value), strictlyEncoded(value).replaceAll("%2F", "/")]) {
            found.add(encoded);
            found.add(encoded.replace(/%[0-9A-F]{2}/g, (triple) => triple.toLowerCase()));
        }
        found.add(JSON.stringify(value).slice(1, -1));
        found.add(asciiJson(value));
        found.add(base64(value));
    }
    if (user !== undefined)
        found.add(base64(`${user}:${secret}`));
    if (password !== undefined)
        found.add(base64(`${secret}:${password}`));
    return [...found].filter((form) => form !== "").sort((a, b) => b.length - a.length);
}
function base64(value) {
    return Buffer.from(value, "utf8").toString("base64");
}
function strictlyEncoded(value) {
    return encodeURIComponent(value).replace(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
}
function asciiJson(value) {
    return JSON.stringify(value)
        .slice(1, -1)
        .replace(/[\u0080-\uffff]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

// EXTERNAL MODULE: ./build/core/vault.js
var vault = __nccwpck_require__(295);
// EXTERNAL MODULE: ./build/runner/commands.js
var commands = __nccwpck_require__(602);
;// CONCATENATED MODULE: ./build/runner/steps/mask.js




const maskStep = {
    apply({ secret, user, password }) {
        (0,commands/* mask */.dK)(forms_forms((0,vault/* reveal */._c)(secret), user === undefined ? undefined : (0,render/* plain */.p)(user), password));
    },
    show: ({ secret }) => `mask ${secret}`,
};

;// CONCATENATED MODULE: ./build/runner/steps/output.js

const outputStep = {
    apply: ({ name, value }, { runnerFiles }) => (0,commands/* setEntry */.RY)(runnerFiles.GITHUB_OUTPUT, name, value),
    show: ({ name, value }) => `output ${name}=${value}`,
};

;// CONCATENATED MODULE: ./build/runner/steps/path.js


const pathStep = {
    apply({ folder }, { environment, runnerFiles }) {
        const name = Object.keys(environment).find((key) => key.toUpperCase() === "PATH") ?? "PATH";
        environment[name] = `${folder}${node/* paths */.f0.delimiter}${environment[name] ?? ""}`;
        (0,commands/* addPath */.fM)(runnerFiles.GITHUB_PATH, folder);
    },
    show: ({ folder }) => `path ${folder}`,
};

;// CONCATENATED MODULE: ./build/runner/steps/say.js

const sayStep = {
    apply({ level, message }) {
        if (level === "info")
            (0,commands/* say */.cv)(message);
        else
            (0,commands/* annotate */.fz)(level, message);
    },
    show: ({ level, message }) => `${level}: ${message}`,
};

;// CONCATENATED MODULE: ./build/runner/steps/variable.js



const variableStep = {
    apply({ name, value, reach }, { environment, runnerFiles }) {
        const rendered = (0,render/* render */.X)(value);
        environment[name] = rendered;
        if (reach === "job")
            (0,commands/* setEntry */.RY)(runnerFiles.GITHUB_ENV, name, rendered);
    },
    show: ({ name, value, reach }) => `variable ${name}=${(0,secret/* labelled */.wW)(value)}${reach === "step" ? " (for the install only)" : ""}`,
};

;// CONCATENATED MODULE: ./build/runner/apply.js









const handlers = {
    mask: maskStep,
    say: sayStep,
    folder: folderStep,
    file: fileStep,
    variable: variableStep,
    path: pathStep,
    command: command/* commandStep */.o,
    link: linkStep,
    output: outputStep,
};
async function apply(plan, context) {
    for (const step of plan.steps)
        await handlerOf(step).apply(step, context);
}
function show(plan) {
    return plan.steps.map((step) => `  ${handlerOf(step).show(step)}\n`).join("");
}
function handlerOf(step) {
    return handlers[step.kind];
}


/***/ }),

/***/ 602:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Df: () => (/* binding */ withoutCommands),
/* harmony export */   RY: () => (/* binding */ setEntry),
/* harmony export */   cv: () => (/* binding */ say),
/* harmony export */   dK: () => (/* binding */ mask),
/* harmony export */   fM: () => (/* binding */ addPath),
/* harmony export */   fz: () => (/* binding */ annotate)
/* harmony export */ });
/* harmony import */ var _node_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(656);

function say(line) {
    _node_js__WEBPACK_IMPORTED_MODULE_0__.fs.writeSync(1, `${line}\n`);
}
function annotate(level, message, properties = {}) {
    const list = Object.entries({ title: "setup-private-python", ...properties }).map(([key, value]) => `${key}=${escapedProperty(`${value}`)}`);
    say(`::${level} ${list.join(",")}::${escapedData(message)}`);
}
function mask(values) {
    say(values.map((value) => `::add-mask::${escapedData(value)}`).join("\n"));
}
async function withoutCommands(title, body) {
    const token = (0,_node_js__WEBPACK_IMPORTED_MODULE_0__/* .crypto */ .Et)().randomUUID();
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
function setEntry(file, name, value) {
    if (file === undefined || file === "")
        return;
    const delimiter = delimiterFor(value);
    _node_js__WEBPACK_IMPORTED_MODULE_0__.fs.appendFileSync(file, `${name}<<${delimiter}\n${value}\n${delimiter}\n`);
}
function delimiterFor(value) {
    let delimiter = "ghadelimiter";
    while (value.includes(delimiter))
        delimiter += "_";
    return delimiter;
}
function addPath(file, folder) {
    if (file !== undefined && file !== "")
        _node_js__WEBPACK_IMPORTED_MODULE_0__.fs.appendFileSync(file, `${folder}\n`);
}
function escapedData(value) {
    return value.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}
function escapedProperty(value) {
    return escapedData(value).replaceAll(":", "%3A").replaceAll(",", "%2C");
}


/***/ }),

/***/ 656:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Et: () => (/* binding */ crypto),
/* harmony export */   Qk: () => (/* binding */ childProcess),
/* harmony export */   f0: () => (/* binding */ paths),
/* harmony export */   fs: () => (/* binding */ fs)
/* harmony export */ });
const fs = process.getBuiltinModule("node:fs");
const paths = process.getBuiltinModule("node:path");
function childProcess() {
    return process.getBuiltinModule("node:child_process");
}
function crypto() {
    return process.getBuiltinModule("node:crypto");
}


/***/ }),

/***/ 421:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Kp: () => (/* binding */ findProgram),
/* harmony export */   i$: () => (/* binding */ withoutInputs),
/* harmony export */   kA: () => (/* binding */ ask)
/* harmony export */ });
/* harmony import */ var _core_path_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(232);
/* harmony import */ var _node_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(656);


function findProgram(name, variables) {
    const path = variables.PATH ?? Object.entries(variables).find(([key]) => key.toUpperCase() === "PATH")?.[1] ?? "";
    const endings = process.platform === "win32" ? [".exe", ".cmd", ".bat"] : [""];
    for (const folder of path.split(_node_js__WEBPACK_IMPORTED_MODULE_0__/* .paths */ .f0.delimiter)) {
        const found = folder === "" ? undefined : endings.map((ending) => `${folder}/${name}${ending}`).find(mayRun);
        if (found !== undefined)
            return (0,_core_path_js__WEBPACK_IMPORTED_MODULE_1__/* .slashed */ .df)(found);
    }
    return undefined;
}
function mayRun(path) {
    try {
        const stat = _node_js__WEBPACK_IMPORTED_MODULE_0__.fs.statSync(path, { throwIfNoEntry: false });
        return stat?.isFile() === true && (process.platform === "win32" || (stat.mode & 0o111) !== 0);
    }
    catch {
        return false;
    }
}
function withoutInputs(variables) {
    return Object.fromEntries(Object.entries(variables).filter(([name]) => !/^(?:INPUT|STATE|SETUP_PRIVATE_PYTHON)_/i.test(name)));
}
function ask(argv, variables, folder) {
    const [program = "", ...args] = argv;
    const result = (0,_node_js__WEBPACK_IMPORTED_MODULE_0__/* .childProcess */ .Qk)().spawnSync(program, args, {
        env: withoutInputs(variables),
        encoding: "utf8",
        timeout: 10_000,
        windowsHide: true,
        stdio: ["ignore", "pipe", "ignore"],
        ...(folder === undefined ? {} : { cwd: folder }),
    });
    return result.status === 0 ? result.stdout : "";
}


/***/ }),

/***/ 252:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ render),
/* harmony export */   p: () => (/* binding */ plain)
/* harmony export */ });
/* harmony import */ var _core_secret_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(431);
/* harmony import */ var _core_vault_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(295);


function render(parts) {
    return parts.map((part) => (typeof part === "string" || part instanceof _core_secret_js__WEBPACK_IMPORTED_MODULE_0__/* .Secret */ .zh ? plain(part) : netrcToken(plain(part.value)))).join("");
}
function plain(value) {
    return typeof value === "string" ? value : (0,_core_vault_js__WEBPACK_IMPORTED_MODULE_1__/* .reveal */ ._c)(value);
}
function netrcToken(value) {
    return /^[^\s"\\#][^\s"\\]*$/.test(value) ? value : `"${value.replace(/["\\]/g, "\\$&")}"`;
}


/***/ }),

/***/ 726:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  n: () => (/* binding */ CommandFailed),
  o: () => (/* binding */ commandStep)
});

// EXTERNAL MODULE: ./build/runner/commands.js
var runner_commands = __nccwpck_require__(602);
// EXTERNAL MODULE: ./build/runner/render.js
var render = __nccwpck_require__(252);
// EXTERNAL MODULE: ./build/runner/node.js
var node = __nccwpck_require__(656);
// EXTERNAL MODULE: ./build/runner/programs.js
var programs = __nccwpck_require__(421);
;// CONCATENATED MODULE: ./build/runner/run.js


const KEPT = 65_536;
function run(argv, folder, environment) {
    const [program = "", ...args] = argv;
    const env = (0,programs/* withoutInputs */.i$)(environment);
    return new Promise((resolve) => {
        const child = (0,node/* childProcess */.Qk)().spawn(program, args, { cwd: folder, env, stdio: ["ignore", "pipe", "pipe"], windowsHide: true });
        let output = "";
        const keep = (chunk) => {
            passOn(chunk);
            output = (output + chunk.toString("utf8")).slice(-KEPT);
        };
        child.stdout.on("data", keep);
        child.stderr.on("data", keep);
        child.on("error", (error) => resolve({ code: 127, output: `${output}\n${error.message}` }));
        child.on("close", (code) => resolve({ code: code ?? 128, output }));
    });
}
function passOn(chunk) {
    for (let from = 0; from < chunk.length;) {
        try {
            from += node.fs.writeSync(1, chunk, from);
        }
        catch (error) {
            if (error.code !== "EAGAIN")
                throw error;
        }
    }
}

;// CONCATENATED MODULE: ./build/runner/steps/command.js



class CommandFailed extends Error {
    title;
    code;
    output;
    install;
    constructor(title, code, output, install) {
        super(`${title} ended with exit code ${code}`);
        this.install = install;
        this.title = title;
        this.code = code;
        this.output = output;
    }
}
const commandStep = {
    async apply({ title, commands, otherwise, install }, context) {
        const result = await (0,runner_commands/* withoutCommands */.Df)(title, async () => {
            const first = await runAll(commands, context);
            if (first.code === 0 || otherwise === undefined)
                return first;
            (0,runner_commands/* say */.cv)(`That did not work (exit code ${first.code}); trying without uv.`);
            return runAll(otherwise, context);
        });
        if (result.code === 0)
            return;
        throw new CommandFailed(title, result.code, result.output, install === true);
    },
    show({ title, commands, otherwise }) {
        const line = (all) => all.map(({ argv }) => `    $ ${argv.join(" ")}`).join("\n");
        const fallback = otherwise === undefined ? "" : `\n  if that fails\n${line(otherwise)}`;
        return `command ${title}\n${line(commands)}${fallback}`;
    },
};
async function runAll(commands, context) {
    let last = { code: 0, output: "" };
    for (const { argv, folder, variables = {}, without = [] } of commands) {
        const rendered = Object.fromEntries(Object.entries(variables).map(([name, value]) => [name, (0,render/* render */.X)(value)]));
        const environment = { ...context.environment, ...rendered };
        for (const name of without)
            delete environment[name];
        last = await run(argv, folder, environment);
        if (last.code !== 0)
            return last;
    }
    return last;
}


/***/ }),

/***/ 471:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ planResult)
/* harmony export */ });
/* harmony import */ var _core_path_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(232);

function planResult(result) {
    const { environment, windows } = result;
    const shown = [result.tool, result.toolVersion].filter((one) => one !== undefined).join(" ");
    const later = environment === undefined
        ? []
        : [
            { kind: "path", folder: (0,_core_path_js__WEBPACK_IMPORTED_MODULE_0__/* .join */ .fj)(environment, windows ? "Scripts" : "bin") },
            { kind: "variable", name: "VIRTUAL_ENV", value: [environment], reach: "job" },
            { kind: "variable", name: "SETUP_PRIVATE_PYTHON_ENVIRONMENT", value: [environment], reach: "job" },
        ];
    return {
        steps: [
            ...later,
            { kind: "output", name: "tool", value: result.tool },
            { kind: "output", name: "tool-version", value: result.toolVersion ?? "" },
            { kind: "output", name: "python-version", value: result.pythonVersion ?? "" },
            { kind: "output", name: "environment-path", value: environment ?? "" },
            {
                kind: "say",
                level: "info",
                message: `Ready: ${shown}${result.pythonVersion === undefined ? "" : `, Python ${result.pythonVersion}`}${environment === undefined ? "" : `, environment ${environment}`}`,
            },
        ],
    };
}


/***/ })

/******/ 	});
/************************************************************************/
/******/ 	// The module cache
/******/ 	var __webpack_module_cache__ = {};
/******/ 	
/******/ 	// The require function
/******/ 	function __nccwpck_require__(moduleId) {
/******/ 		// Check if module is in cache
/******/ 		var cachedModule = __webpack_module_cache__[moduleId];
/******/ 		if (cachedModule !== undefined) {
/******/ 			return cachedModule.exports;
/******/ 		}
/******/ 		// Create a new module (and put it into the cache)
/******/ 		var module = __webpack_module_cache__[moduleId] = {
/******/ 			// no module.id needed
/******/ 			// no module.loaded needed
/******/ 			exports: {}
/******/ 		};
/******/ 	
/******/ 		// Execute the module function
/******/ 		var threw = true;
/******/ 		try {
/******/ 			__webpack_modules__[moduleId](module, module.exports, __nccwpck_require__);
/******/ 			threw = false;
/******/ 		} finally {
/******/ 			if(threw) delete __webpack_module_cache__[moduleId];
/******/ 		}
/******/ 	
/******/ 		// Return the exports of the module
/******/ 		return module.exports;
/******/ 	}
/******/ 	
/******/ 	// expose the modules object (__webpack_modules__)
/******/ 	__nccwpck_require__.m = __webpack_modules__;
/******/ 	
/************************************************************************/
/******/ 	/* webpack/runtime/asset-relocator-loader */
/******/ 	if (typeof __nccwpck_require__ !== 'undefined') __nccwpck_require__.ab = __dirname + "/";
/******/ 	
/******/ 	/* webpack/runtime/define property getters */
/******/ 	(() => {
/******/ 		// define getter functions for harmony exports
/******/ 		__nccwpck_require__.d = (exports, definition) => {
/******/ 			for(var key in definition) {
/******/ 				if(__nccwpck_require__.o(definition, key) && !__nccwpck_require__.o(exports, key)) {
/******/ 					Object.defineProperty(exports, key, { enumerable: true, get: definition[key] });
/******/ 				}
/******/ 			}
/******/ 		};
/******/ 	})();
/******/ 	
/******/ 	/* webpack/runtime/ensure chunk */
/******/ 	(() => {
/******/ 		__nccwpck_require__.f = {};
/******/ 		// This file contains only the entry chunk.
/******/ 		// The chunk loading function for additional chunks
/******/ 		__nccwpck_require__.e = (chunkId) => {
/******/ 			return Promise.all(Object.keys(__nccwpck_require__.f).reduce((promises, key) => {
/******/ 				__nccwpck_require__.f[key](chunkId, promises);
/******/ 				return promises;
/******/ 			}, []));
/******/ 		};
/******/ 	})();
/******/ 	
/******/ 	/* webpack/runtime/get javascript chunk filename */
/******/ 	(() => {
/******/ 		// This function allow to reference async chunks
/******/ 		__nccwpck_require__.u = (chunkId) => {
/******/ 			// return url for filenames based on template
/******/ 			return "" + chunkId + ".index.js";
/******/ 		};
/******/ 	})();
/******/ 	
/******/ 	/* webpack/runtime/hasOwnProperty shorthand */
/******/ 	(() => {
/******/ 		__nccwpck_require__.o = (obj, prop) => (Object.prototype.hasOwnProperty.call(obj, prop))
/******/ 	})();
/******/ 	
/******/ 	/* webpack/runtime/make namespace object */
/******/ 	(() => {
/******/ 		// define __esModule on exports
/******/ 		__nccwpck_require__.r = (exports) => {
/******/ 			if(typeof Symbol !== 'undefined' && Symbol.toStringTag) {
/******/ 				Object.defineProperty(exports, Symbol.toStringTag, { value: 'Module' });
/******/ 			}
/******/ 			Object.defineProperty(exports, '__esModule', { value: true });
/******/ 		};
/******/ 	})();
/******/ 	
/******/ 	/* webpack/runtime/require chunk loading */
/******/ 	(() => {
/******/ 		// no baseURI
/******/ 		
/******/ 		// object to store loaded chunks
/******/ 		// "1" means "loaded", otherwise not loaded yet
/******/ 		var installedChunks = {
/******/ 			792: 1
/******/ 		};
/******/ 		
/******/ 		// no on chunks loaded
/******/ 		
/******/ 		var installChunk = (chunk) => {
/******/ 			var moreModules = chunk.modules, chunkIds = chunk.ids, runtime = chunk.runtime;
/******/ 			for(var moduleId in moreModules) {
/******/ 				if(__nccwpck_require__.o(moreModules, moduleId)) {
/******/ 					__nccwpck_require__.m[moduleId] = moreModules[moduleId];
/******/ 				}
/******/ 			}
/******/ 			if(runtime) runtime(__nccwpck_require__);
/******/ 			for(var i = 0; i < chunkIds.length; i++)
/******/ 				installedChunks[chunkIds[i]] = 1;
/******/ 		
/******/ 		};
/******/ 		
/******/ 		// require() chunk loading for javascript
/******/ 		__nccwpck_require__.f.require = (chunkId, promises) => {
/******/ 			// "1" is the signal for "already loaded"
/******/ 			if(!installedChunks[chunkId]) {
/******/ 				if(true) { // all chunks have JS
/******/ 					installChunk(require("./" + __nccwpck_require__.u(chunkId)));
/******/ 				} else installedChunks[chunkId] = 1;
/******/ 			}
/******/ 		};
/******/ 		
/******/ 		// no external install chunk
/******/ 		
/******/ 		// no HMR
/******/ 		
/******/ 		// no HMR manifest
/******/ 	})();
/******/ 	
/************************************************************************/
var __webpack_exports__ = {};

// EXTERNAL MODULE: ./build/python/project.js
var python_project = __nccwpck_require__(551);
// EXTERNAL MODULE: ./build/core/problem.js
var problem = __nccwpck_require__(832);
// EXTERNAL MODULE: ./build/runner/commands.js
var commands = __nccwpck_require__(602);
;// CONCATENATED MODULE: ./build/runner/main.js


function main(action) {
    action().catch((error) => {
        process.exitCode = 1;
        if (error instanceof problem/* Problem */.A) {
            const { file, line } = error.where;
            (0,commands/* annotate */.fz)("error", error.message, {
                ...(file === undefined ? {} : { file }),
                ...(file === undefined || line === undefined ? {} : { line }),
            });
            return;
        }
        (0,commands/* annotate */.fz)("error", "This is a bug in setup-private-python; please report it with the stack in the log");
        (0,commands/* say */.cv)(error instanceof Error ? (error.stack ?? error.message) : String(error));
    });
}

// EXTERNAL MODULE: ./build/core/path.js
var core_path = __nccwpck_require__(232);
// EXTERNAL MODULE: ./build/runner/node.js
var node = __nccwpck_require__(656);
;// CONCATENATED MODULE: ./build/runner/survey.js



function surveyMachine(variables = process.env, platform = process.platform) {
    const windows = platform === "win32";
    const netrc = netrcFile(variables, windows);
    const withoutSecrets = whyNoSecrets(variables);
    return {
        variables,
        windows,
        folder: (0,core_path/* join */.fj)(tempFolder(variables), `setup-private-python-${randomName()}`),
        workspace: (0,core_path/* slashed */.df)(filled(variables.GITHUB_WORKSPACE) ?? process.cwd()),
        ...(netrc === undefined ? {} : { netrc }),
        ...(withoutSecrets === undefined ? {} : { withoutSecrets }),
    };
}
function randomName() {
    return Array.from({ length: 16 }, () => Math.floor(Math.random() * 16).toString(16)).join("");
}
function tempFolder(variables) {
    const folder = (0,core_path/* slashed */.df)(filled(variables.RUNNER_TEMP) ?? filled(variables.TMPDIR) ?? filled(variables.TEMP) ?? "/tmp");
    if (node.fs.existsSync(folder))
        return folder;
    throw new problem/* Problem */.A({}, `the folder ${folder} of RUNNER_TEMP does not exist`, "Run this action in a job of a workflow, or set RUNNER_TEMP to a folder");
}
function filled(value) {
    return value === undefined || value === "" ? undefined : value;
}
function netrcFile(variables, windows) {
    const home = filled(variables.HOME) ?? filled(variables.USERPROFILE) ?? "";
    const candidates = filled(variables.NETRC) === undefined ? [(0,core_path/* join */.fj)(home, ".netrc"), ...(windows ? [(0,core_path/* join */.fj)(home, "_netrc")] : [])] : [variables.NETRC ?? ""];
    return candidates.find((path) => canRead(path));
}
function canRead(path) {
    if (!node.fs.existsSync(path))
        return false;
    try {
        node.fs.readFileSync(path);
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
        return JSON.parse(node.fs.readFileSync(path ?? "", "utf8"));
    }
    catch {
        return {};
    }
}

// EXTERNAL MODULE: ./build/runner/programs.js
var programs = __nccwpck_require__(421);
;// CONCATENATED MODULE: ./build/runner/survey-git.js



const PROGRAM_OF_2_32 = "git-checkout--worker";
function surveyGit(variables) {
    const git = (0,programs/* findProgram */.Kp)("git", variables);
    if (git === undefined)
        return {};
    const prefix = (0,core_path/* slashed */.df)(node.fs.realpathSync.native(git)).replace(/\/(?:bin|cmd)\/[^/]*$/, "");
    const places = ["lib/git-core", "libexec/git-core", "mingw64/libexec/git-core"].map((place) => (0,core_path/* join */.fj)(prefix, place, PROGRAM_OF_2_32));
    if (places.some((place) => node.fs.existsSync(place) || node.fs.existsSync(`${place}.exe`)))
        return { version: "2.32" };
    const version = /git version (\d+(?:\.\d+)*)/.exec((0,programs/* ask */.kA)([git, "--version"], variables))?.[1];
    return version === undefined ? {} : { version };
}

;// CONCATENATED MODULE: ./build/core/read.js

const LONGEST_LINE = 16_384;
const UNPRINTABLE = /[\u0000-\u0008\u000a-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060\ufeff\ufffd]/;
function lines(input, value) {
    const found = [];
    value.split(/\r?\n/).forEach((raw, n) => {
        const line = raw.trim();
        if (line === "" || line.startsWith("#"))
            return;
        refuseUnprintable({ input, line: n + 1 }, line);
        found.push({ text: line, line: n + 1 });
    });
    return found;
}
function single(input, value) {
    const line = value.trim();
    refuseUnprintable({ input }, line);
    return line;
}
function refuseUnprintable(where, value) {
    if (value.length > LONGEST_LINE) {
        throw new problem/* Problem */.A(where, `the value has ${value.length} characters; ${LONGEST_LINE} is the most`, "Check what was pasted");
    }
    const bad = UNPRINTABLE.exec(value);
    if (bad === null)
        return;
    const code = bad[0].charCodeAt(0);
    const name = code === 10 || code === 13 ? "a line break" : `an invisible character (U+${hex(code)})`;
    throw new problem/* Problem */.A(where, `the value contains ${name}`, "Paste the value again as plain text, on one line");
}
function read_boolean(input, value) {
    if (/^(true|True|TRUE)$/.test(value))
        return true;
    if (/^(false|False|FALSE)$/.test(value))
        return false;
    throw new problem/* Problem */.A({ input }, `${quoted(value)} is neither true nor false`, `Write \`${input}: true\` or \`false\``);
}
function choice(input, value, known) {
    const found = known.find((one) => one === value);
    if (found !== undefined)
        return found;
    const near = known.find((one) => one === value.toLowerCase());
    const fix = near === undefined ? `Use one of: ${known.join(", ")}` : `Write \`${near}\``;
    throw new problem/* Problem */.A({ input }, `${quoted(value)} is not known`, fix);
}
function quoted(value) {
    const clean = value.replace(new RegExp(UNPRINTABLE, "g"), "\ufffd").replaceAll("\t", " ");
    return clean.length > 80 ? `"${clean.slice(0, 77)}…"` : `"${clean}"`;
}
function words(input, value) {
    const found = [];
    let rest = value.replace(/\\\r?\n/g, " ").trim();
    while (rest !== "") {
        const word = /^(?:[^\s'"\\]|'[^']*'|"(?:[^"\\]|\\[\s\S])*"|\\[\s\S])+/.exec(rest)?.[0];
        const after = word === undefined ? rest : rest.slice(word.length);
        if (word === undefined || (after !== "" && !/^\s/.test(after))) {
            throw new problem/* Problem */.A({ input }, "a quote is not closed", "Close it, or escape it with a backslash");
        }
        found.push(unquoted(word));
        rest = after.trimStart();
    }
    for (const word of found)
        refuseUnprintable({ input }, word);
    return found;
}
function unquoted(word) {
    return word.replace(/'([^']*)'|"((?:[^"\\]|\\[\s\S])*)"|\\([\s\S])/g, (_all, plain, escaped, one) => {
        if (plain !== undefined)
            return plain;
        if (escaped !== undefined)
            return escaped.replace(/\\(["\\$`])/g, "$1");
        return one ?? "";
    });
}
function hex(code) {
    return code.toString(16).toUpperCase().padStart(4, "0");
}

;// CONCATENATED MODULE: ./build/runner/survey-project.js




const LARGEST_FILE = 64 * 1024 * 1024;
function surveyProject(workspace, workingDirectory, counts) {
    const folder = (0,core_path/* join */.fj)(workspace, workingDirectory);
    refuseOtherThanFolder(folder, workingDirectory);
    const names = new Set(node.fs.readdirSync(folder));
    const files = new Map();
    for (const name of [...names].filter(counts).sort()) {
        const content = readText((0,core_path/* join */.fj)(folder, name), name);
        if (content !== undefined)
            files.set(name, content);
    }
    return { folder, names, files };
}
function refuseOtherThanFolder(folder, workingDirectory) {
    const where = { input: "working-directory" };
    const stat = node.fs.statSync(folder, { throwIfNoEntry: false });
    if (stat === undefined) {
        throw new problem/* Problem */.A(where, `the folder ${quoted(workingDirectory)} does not exist in the workspace`, "Correct the path, or check out the repository before this step");
    }
    if (!stat.isDirectory())
        throw new problem/* Problem */.A(where, `${quoted(workingDirectory)} is a file`, "Name the folder of the project");
}
function readText(path, name) {
    const stat = node.fs.statSync(path, { throwIfNoEntry: false });
    if (stat === undefined || !stat.isFile())
        return undefined;
    if (stat.size > LARGEST_FILE) {
        throw new problem/* Problem */.A({ file: name }, `the file has ${Math.round(stat.size / 1024 / 1024)} MB, which no file of a project has`, "Check what was committed");
    }
    return node.fs.readFileSync(path, "utf8").replace(/^\ufeff/, "");
}

// EXTERNAL MODULE: ./build/core/secret.js
var secret = __nccwpck_require__(431);
// EXTERNAL MODULE: ./build/python/requirements.js
var requirements = __nccwpck_require__(460);
;// CONCATENATED MODULE: ./build/tools/pip.js





const NAMES_TARGET = /^(?:-r|-e|--requirement|--editable|--group)(?:=|$)|^-[re]\S|^\.(?:$|\[|\/)/;
const pip = {
    name: "pip",
    label: "pip",
    claims: (project) => project.requirements.size > 0 || project.names.has("pyproject.toml") || project.names.has("setup.py"),
    asks: () => undefined,
    gitUrls: (project) => [
        ...[...project.requirements.values()].flatMap((content) => (0,requirements/* gitRequirements */.B)(content).map(({ url }) => url)),
        ...(0,python_project/* standardGitUrls */.Us)(project),
    ],
    indexes: () => undefined,
    normalise: (index) => index,
    indexVariables: ({ url, isDefault }) => [
        isDefault ? { name: "PIP_INDEX_URL", value: (0,secret/* text */.Qq) `${url}` } : { name: "PIP_EXTRA_INDEX_URL", value: (0,secret/* text */.Qq) `${url}`, joined: " " },
    ],
    headerCache: "PIP_CACHE_DIR",
    gitVariables: () => [],
    besides: () => [],
    wantsEnvironment: () => true,
    environment: (project) => ({ folder: (0,core_path/* join */.fj)(project.folder, ".venv") }),
    settings: () => [],
    install: (project, _variables, args) => ["install", ...targets(project, args), ...args],
    explain(output) {
        if (/THESE PACKAGES DO NOT MATCH THE HASHES|Hashes are required in --require-hashes mode/.test(output)) {
            return {
                what: "the requirements file and the packages do not agree on the hashes",
                fix: "Make the file anew with the tool that wrote it (`pip-compile --generate-hashes`), and commit it",
            };
        }
        if (/EOFError: EOF when reading a line|^User for [\w.:-]+:/m.test(output)) {
            const host = /User for ([\w.:-]+):/.exec(output)?.[1];
            return {
                what: `${host ?? "an index"} asked for a user name and password, and no credential covers it`,
                fix: `Add a line \`NAME=https://USER:PASSWORD@${host ?? "HOST"}/simple\` to the input \`indexes\``,
            };
        }
        return undefined;
    },
};
function targets({ requirements, names }, args) {
    if (requirements.has("requirements.txt"))
        return ["-r", "requirements.txt"];
    if (args.some((arg) => NAMES_TARGET.test(arg)))
        return [];
    const [only, ...others] = [...requirements.keys()].sort();
    if (only !== undefined && others.length === 0)
        return ["-r", only];
    if (only !== undefined) {
        throw new problem/* Problem */.A({ input: "install-args" }, `several requirements files were found (${[only, ...others].join(", ")}), and none is requirements.txt`, `Say which: \`install-args: -r ${only}\``);
    }
    if (names.has("pyproject.toml") || names.has("setup.py"))
        return ["-e", "."];
    throw new problem/* Problem */.A({ input: "tool" }, "pip has nothing to install: no requirements*.txt, pyproject.toml or setup.py was found", "Set `working-directory`, `install-command`, or `install: false`");
}

// EXTERNAL MODULE: ./build/core/git-url.js
var git_url = __nccwpck_require__(539);
;// CONCATENATED MODULE: ./build/python/names.js
function uvVariablePart(name) {
    return name.toUpperCase().replace(/[^A-Z0-9]/g, "_");
}
function poetryVariablePart(name) {
    return name.toUpperCase().replaceAll("-", "_");
}
function letters(n) {
    const last = String.fromCharCode(65 + (n % 26));
    return n < 26 ? last : letters(Math.floor(n / 26) - 1) + last;
}

// EXTERNAL MODULE: ./build/python/toml.js
var toml = __nccwpck_require__(740);
;// CONCATENATED MODULE: ./build/python/versions.js


const RELEASE = String.raw `(?:\d+!)?\d+(?:\.\d+)*`;
const SUFFIXES = String.raw `(?:[-_.]?(?:alpha|beta|preview|pre|rc|a|b|c)[-_.]?\d*)?(?:-\d+|[-_.]?(?:post|rev|r)[-_.]?\d*)?(?:[-_.]?dev[-_.]?\d*)?`;
const LOCAL = String.raw `(?:\+[a-z0-9]+(?:[-_.][a-z0-9]+)*)?`;
function isVersion(value) {
    return new RegExp(`^v?${RELEASE}${SUFFIXES}${LOCAL}$`, "i").test(value);
}
function isSpecifier(value) {
    const clause = new RegExp(`^(?:~=${RELEASE.replace("*", "+")}${SUFFIXES}|[!=]=${RELEASE}(?:\\.\\*|${SUFFIXES}${LOCAL})|(?:[<>]=?|===)${RELEASE}${SUFFIXES})$`, "i");
    return value.split(",").every((one) => clause.test(one));
}
function readSpecifier(where, value) {
    const plain = value.replace(/^v(?=\d)/, "");
    if (/^\d+(?:\.\d+)?$/.test(plain))
        return `==${plain}.*`;
    if (isVersion(plain))
        return `==${plain}`;
    const specifier = value.replaceAll(" ", "");
    if (isSpecifier(specifier))
        return specifier;
    throw new problem/* Problem */.A(where, `${quoted(value)} is neither a version nor a PEP 440 specifier`, "Write for example `1.8.5`, `1.8` or `>=1.8,<3`");
}
function compatible(version) {
    return /^\d+\.\d+\.\d+$/.test(version) ? `~=${version}` : undefined;
}
function fromPoetryConstraint(where, constraint) {
    if (/^\*?$/.test(constraint.trim()) || constraint.includes("|"))
        return undefined;
    const parts = constraint.trim().split(/\s*,\s*|(?<=[\w*])\s+(?=[<>=!~^])/);
    return parts.map((part) => fromPoetryPart(where, part)).join(",");
}
function fromPoetryPart(where, part) {
    const [, sign, version = "", suffix = ""] = /^(\^|~(?!=)|=?(?!=))\s*v?(\d+(?:\.\d+)*)(\.\*|[a-z].*)?$/i.exec(part) ?? [];
    if (sign === undefined)
        return readSpecifier(where, part);
    if (sign === "" || sign === "=")
        return suffix === ".*" ? `==${version}.*` : readSpecifier(where, `==${version}${suffix}`);
    const numbers = version.split(".").map(Number);
    const fixed = sign === "^" ? numbers.findIndex((one) => one !== 0) : Math.min(1, numbers.length - 1);
    const last = fixed < 0 ? numbers.length - 1 : fixed;
    const next = numbers.slice(0, last + 1).map((one, n) => (n === last ? one + 1 : one));
    return readSpecifier(where, `>=${version}${suffix},<${next.join(".")}`);
}

;// CONCATENATED MODULE: ./build/tools/poetry.js







const poetry = {
    name: "poetry",
    label: "Poetry",
    lockfile: "poetry.lock",
    claims: ({ pyproject }) => "poetry" in (0,toml.at)(pyproject, "tool") || /^poetry\./.test((0,toml/* string */.Yj)((0,toml.at)(pyproject, "build-system")["build-backend"]) ?? ""),
    asks,
    gitUrls: (project) => [...lockedGitUrls(project), ...declaredGitUrls(project), ...(0,python_project/* standardGitUrls */.Us)(project)],
    indexes: sources,
    normalise: poetryVariablePart,
    indexVariables,
    headerCache: "POETRY_CACHE_DIR",
    gitVariables: (urls) => [
        ...urls
            .filter(({ url }) => url.protocol !== "ssh")
            .flatMap(({ url, user, password, id }) => [
            { name: `POETRY_REPOSITORIES_${id}_URL`, value: (0,secret/* text */.Qq) `${url.text}` },
            { name: `POETRY_HTTP_BASIC_${id}_USERNAME`, value: (0,secret/* text */.Qq) `${user}` },
            { name: `POETRY_HTTP_BASIC_${id}_PASSWORD`, value: (0,secret/* text */.Qq) `${password}` },
        ]),
        ...(urls.some(({ url }) => url.protocol === "ssh") ? SYSTEM_GIT : []),
    ],
    besides,
    wantsEnvironment: () => false,
    environment,
    settings: ({ project, variables, folder }) => [
        ...(decidesItself(project, variables)
            ? ownPlace(project, variables, folder)
            : [{ name: "POETRY_VIRTUALENVS_IN_PROJECT", value: (0,secret/* text */.Qq) `true` }]),
        ...ACTIVE_PYTHON.filter(({ name }) => variables[name] === undefined),
    ],
    install: (_project, _variables, args) => ["install", "--no-interaction", ...args],
    explain(output) {
        if (/pyproject\.toml changed significantly since poetry\.lock was last generated/.test(output)) {
            return {
                what: "poetry.lock does not match pyproject.toml",
                fix: "Run `poetry lock` (before Poetry 2: `poetry lock --no-update`) and commit poetry.lock",
            };
        }
        return undefined;
    },
};
const SYSTEM_GIT = ["POETRY_EXPERIMENTAL_SYSTEM_GIT_CLIENT", "POETRY_SYSTEM_GIT_CLIENT"].map((name) => ({
    name,
    value: (0,secret/* text */.Qq) `true`,
}));
const ACTIVE_PYTHON = [
    { name: "POETRY_VIRTUALENVS_PREFER_ACTIVE_PYTHON", value: (0,secret/* text */.Qq) `true` },
    { name: "POETRY_VIRTUALENVS_USE_POETRY_PYTHON", value: (0,secret/* text */.Qq) `false` },
];
function asks(project) {
    const required = (0,toml/* string */.Yj)((0,toml.at)(project.pyproject, "tool", "poetry")["requires-poetry"]);
    const said = required === undefined ? undefined : fromPoetryConstraint({ file: "pyproject.toml" }, required);
    if (said !== undefined)
        return { specifier: said, file: "pyproject.toml" };
    const specifier = project.poetryLockWriter === undefined ? undefined : compatible(project.poetryLockWriter);
    return specifier === undefined ? undefined : { specifier, file: "poetry.lock" };
}
function lockedGitUrls(project) {
    return (0,toml/* list */.p_)(project.poetryLock?.package).flatMap((one) => {
        const source = (0,toml.at)((0,toml/* table */.tp)(one), "source");
        return source.type === "git" ? ((0,git_url/* readGitUrl */.kN)((0,toml/* string */.Yj)(source.url) ?? "") ?? []) : [];
    });
}
function declaredGitUrls(project) {
    const root = (0,toml.at)(project.pyproject, "tool", "poetry");
    const groups = Object.values((0,toml.at)(root, "group")).map((group) => (0,toml.at)((0,toml/* table */.tp)(group), "dependencies"));
    return [(0,toml.at)(root, "dependencies"), (0,toml.at)(root, "dev-dependencies"), ...groups]
        .flatMap((dependencies) => Object.values(dependencies))
        .flatMap((one) => (Array.isArray(one) ? one : [one]))
        .flatMap((one) => (0,git_url/* readGitUrl */.kN)((0,toml/* string */.Yj)((0,toml/* table */.tp)(one).git) ?? "") ?? []);
}
function sources(project) {
    return (0,toml/* list */.p_)((0,toml.at)(project.pyproject, "tool", "poetry").source).flatMap((one) => {
        const { name, url } = (0,toml/* table */.tp)(one);
        return typeof name === "string" && typeof url === "string" ? [{ name, url, file: "pyproject.toml" }] : [];
    });
}
function indexVariables({ name, url, named, user, password, id }) {
    if (user === undefined || password === undefined)
        return [];
    const part = poetryVariablePart(named?.name ?? name);
    const keys = /^[A-Z0-9_]+$/.test(part) ? [part, id] : [id];
    return [
        { name: `POETRY_REPOSITORIES_${id}_URL`, value: (0,secret/* text */.Qq) `${named?.url ?? url}` },
        ...keys.flatMap((key) => [
            { name: `POETRY_HTTP_BASIC_${key}_USERNAME`, value: (0,secret/* text */.Qq) `${user}` },
            { name: `POETRY_HTTP_BASIC_${key}_PASSWORD`, value: (0,secret/* text */.Qq) `${password}` },
        ]),
    ];
}
function besides(project, variables) {
    if (!variables.some(({ name }) => name.startsWith("POETRY_REPOSITORIES_")))
        return [];
    return sources(project).flatMap(({ name, url }) => {
        const part = poetryVariablePart(name);
        return /^[A-Z_]+$/.test(part) ? [{ name: `POETRY_REPOSITORIES_${part}_URL`, value: (0,secret/* text */.Qq) `${url}` }] : [];
    });
}
function environment(project, variables) {
    return decidesItself(project, variables) ? { ask: ["env", "info", "--path"] } : { folder: (0,core_path/* join */.fj)(project.folder, ".venv") };
}
function decidesItself(project, variables) {
    const keys = ["create", "in-project", "path"];
    const said = (0,toml.at)(project.poetryToml, "virtualenvs");
    return keys.some((key) => key in said || variables[`POETRY_VIRTUALENVS_${poetryVariablePart(key)}`] !== undefined);
}
function ownPlace(project, variables, folder) {
    const said = "path" in (0,toml.at)(project.poetryToml, "virtualenvs") || variables.POETRY_VIRTUALENVS_PATH !== undefined;
    return said ? [] : [{ name: "POETRY_VIRTUALENVS_PATH", value: (0,secret/* text */.Qq) `${(0,core_path/* join */.fj)(folder, "virtualenvs")}` }];
}

;// CONCATENATED MODULE: ./build/tools/uv.js







const SAYS_OTHERWISE = /^(?:--locked|--frozen|--no-locked|-U|--upgrade(?:-package)?|-P)(?:=|$)/;
const uv = {
    name: "uv",
    label: "uv",
    lockfile: "uv.lock",
    claims: ({ pyproject, names }) => names.has("uv.toml") || "uv" in (0,toml.at)(pyproject, "tool") || (0,toml/* string */.Yj)((0,toml.at)(pyproject, "build-system")["build-backend"]) === "uv_build",
    asks(project) {
        const inPyproject = (0,toml/* string */.Yj)((0,toml.at)(project.pyproject, "tool", "uv")["required-version"]);
        const required = (0,toml/* string */.Yj)(project.uvToml?.["required-version"]) ?? inPyproject;
        const file = required === inPyproject ? "pyproject.toml" : "uv.toml";
        return required === undefined ? undefined : { specifier: readSpecifier({ file }, required), file };
    },
    gitUrls: (project) => [...uv_lockedGitUrls(project), ...uv_declaredGitUrls(project), ...(0,python_project/* standardGitUrls */.Us)(project)],
    indexes: (project) => [...named((0,toml.at)(project.pyproject, "tool", "uv"), "pyproject.toml"), ...named(project.uvToml ?? {}, "uv.toml")],
    normalise: uvVariablePart,
    indexVariables({ name, url, named: known, user, password, isDefault }) {
        const part = uvVariablePart(known?.name ?? name);
        return [
            ...(isDefault && known?.isDefault !== true
                ? [{ name: "UV_DEFAULT_INDEX", value: (0,secret/* text */.Qq) `${known?.name ?? name}=${known?.url ?? url}` }]
                : []),
            ...(user === undefined ? [] : [{ name: `UV_INDEX_${part}_USERNAME`, value: (0,secret/* text */.Qq) `${user}` }]),
            ...(password === undefined ? [] : [{ name: `UV_INDEX_${part}_PASSWORD`, value: (0,secret/* text */.Qq) `${password}` }]),
        ];
    },
    gitVariables: () => [],
    besides: () => [],
    wantsEnvironment: (project) => !managesProject(project),
    environment(project, { UV_PROJECT_ENVIRONMENT: set }) {
        if (set === undefined || set === "" || !managesProject(project))
            return { folder: (0,core_path/* join */.fj)(project.folder, ".venv") };
        return { folder: (0,core_path/* isAbsolute */.oP)(set) ? set : (0,core_path/* join */.fj)(project.folder, set) };
    },
    settings: ({ project, variables, setInterpreter }) => setInterpreter === undefined || variables.UV_PYTHON !== undefined || !managesProject(project)
        ? []
        : [{ name: "UV_PYTHON", value: (0,secret/* text */.Qq) `${setInterpreter}` }],
    install({ names, requirements }, variables, args) {
        if (!names.has("pyproject.toml") && requirements.has("requirements.txt"))
            return ["pip", "install", "-r", "requirements.txt", ...args];
        const decided = variables.UV_LOCKED ?? variables.UV_FROZEN ?? args.find((arg) => SAYS_OTHERWISE.test(arg));
        return ["sync", ...(names.has("uv.lock") && decided === undefined ? ["--locked"] : []), ...args];
    },
    explain(output) {
        if (/lockfile at `[^`]*uv\.lock` needs to be updated/.test(output)) {
            return { what: "uv.lock does not match pyproject.toml", fix: "Run `uv lock` and commit uv.lock" };
        }
        return undefined;
    },
};
function managesProject({ names }) {
    return names.has("pyproject.toml");
}
function uv_lockedGitUrls(project) {
    return (0,toml/* list */.p_)(project.uvLock?.package).flatMap((one) => {
        const spelled = (0,toml/* string */.Yj)((0,toml.at)((0,toml/* table */.tp)(one), "source").git);
        return spelled === undefined ? [] : ((0,git_url/* readGitUrl */.kN)(spelled.replace(/[?#].*$/, "")) ?? []);
    });
}
function uv_declaredGitUrls(project) {
    return Object.values((0,toml.at)(project.pyproject, "tool", "uv", "sources"))
        .flatMap((one) => (Array.isArray(one) ? one : [one]))
        .flatMap((one) => (0,git_url/* readGitUrl */.kN)((0,toml/* string */.Yj)((0,toml/* table */.tp)(one).git) ?? "") ?? []);
}
function named(root, file) {
    return (0,toml/* list */.p_)(root.index).flatMap((one) => {
        const { name, url, default: isDefault } = (0,toml/* table */.tp)(one);
        return typeof name === "string" && typeof url === "string" ? [{ name, url, file, isDefault: isDefault === true }] : [];
    });
}

;// CONCATENATED MODULE: ./build/tools/all.js



const tools = [poetry, uv, pip];
const FOREIGN_LOCKFILES = [
    { file: "pdm.lock", label: "PDM" },
    { file: "Pipfile.lock", label: "Pipenv" },
    { file: "Pipfile", label: "Pipenv" },
];

;// CONCATENATED MODULE: ./build/setup/choose-tool.js


function chooseTool(settings, project) {
    if (settings.tool === "none")
        return undefined;
    const said = tools.find(({ name }) => name === settings.tool);
    if (said !== undefined)
        return { tool: said, because: "the input tool" };
    return byLockfile(project) ?? byClaim(project, settings);
}
function byLockfile(project) {
    const there = tools.filter(({ lockfile }) => lockfile !== undefined && project.names.has(lockfile));
    const foreign = FOREIGN_LOCKFILES.filter(({ file }) => project.names.has(file));
    const [first, second] = there;
    if (first !== undefined && second === undefined)
        return { tool: first, because: first.lockfile ?? "" };
    if (first !== undefined && second !== undefined) {
        const names = there.map(({ lockfile }) => lockfile).join(" and ");
        throw new problem/* Problem */.A({ input: "tool" }, `the project has ${names}, so its installer is not plain`, `Say which: \`tool: ${first.name}\` or \`tool: ${second.name}\``);
    }
    const [stranger] = foreign;
    const isClaimed = project.requirements.size > 0 || claimants(project).some(({ name }) => name !== "pip");
    if (stranger === undefined || isClaimed)
        return undefined;
    throw new problem/* Problem */.A({ input: "tool" }, `${stranger.file} was found, and ${stranger.label} is not supported yet`, `Set \`tool: none\` and run ${stranger.label} in a later step: it finds the credentials`);
}
function byClaim(project, settings) {
    const [tool] = claimants(project);
    if (tool !== undefined)
        return { tool, because: tool.name === "pip" ? "the project's files" : "pyproject.toml" };
    throw new problem/* Problem */.A({ input: "tool" }, `nothing to install was found in ${settings.workingDirectory === "." ? "the workspace" : settings.workingDirectory}: no lockfile, pyproject.toml, setup.py or requirements*.txt`, "Check out the repository before this step, set `working-directory`, or set `tool: none` for the credentials alone");
}
function claimants(project) {
    return tools.filter((tool) => tool.claims(project));
}

;// CONCATENATED MODULE: ./build/setup/inputs.js
const DEFAULTS = {
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
};
function readInputs(variables) {
    const read = (name) => {
        const upper = name.toUpperCase();
        const given = variables[`INPUT_${upper}`] ?? "";
        if (given.trim() !== "")
            return { value: given, from: "input" };
        const fallback = variables[`SETUP_PRIVATE_PYTHON_${upper.replaceAll("-", "_")}`] ?? "";
        if (fallback.trim() !== "")
            return { value: fallback, from: "variable" };
        return { value: DEFAULTS[name], from: "default" };
    };
    const names = Object.keys(DEFAULTS);
    return Object.fromEntries(names.map((name) => [name, read(name)]));
}

// EXTERNAL MODULE: ./build/core/url.js
var core_url = __nccwpck_require__(646);
;// CONCATENATED MODULE: ./build/setup/job.js


function jobOf({ variables, withoutSecrets }) {
    const server = (variables.GITHUB_SERVER_URL ?? "").replace(/\/+$/, "");
    return {
        server: server === "" ? "https://github.com" : server,
        repository: variables.GITHUB_REPOSITORY ?? "",
        ...(withoutSecrets === undefined ? {} : { withoutSecrets }),
    };
}
function serverHost(job) {
    return (0,core_url/* readCredentialUrl */.Ry)({ input: "token" }, job.server, "https://HOST").scope.host;
}
function emptySecretFix(job) {
    if (job.withoutSecrets === "fork") {
        return "This run is for a pull request from a fork, and GitHub passes no secrets to it: skip the step with `if: github.event.pull_request.head.repo.full_name == github.repository`, or run the tests that need private packages after the merge";
    }
    if (job.withoutSecrets === "dependabot") {
        return "This run was started by Dependabot, which has secrets of its own: add the same secret under Settings > Secrets and variables > Dependabot";
    }
    return "Check that the secret exists, that its name is spelled right, and that this job may read it (environment, organisation access, `secrets: inherit` for a reusable workflow)";
}
function refuseEmptySecrets(inputs, job) {
    if (job.withoutSecrets === undefined)
        return;
    const secret = ["token", "git-credentials", "indexes"];
    if (secret.some((name) => inputs[name].value.trim() !== ""))
        return;
    throw new problem/* Problem */.A({ input: "token" }, "no credential was given, or the secret is empty", emptySecretFix(job));
}

;// CONCATENATED MODULE: ./build/setup/access-folder.js

function accessFolder(facts) {
    return (0,core_path/* join */.fj)(facts.folder, "access");
}

;// CONCATENATED MODULE: ./build/forges/azure.js
const azure = {
    name: "Azure DevOps",
    serves: (host) => host === "dev.azure.com" || host.endsWith(".visualstudio.com"),
    tokenUser: "build",
    anyCase: true,
};

;// CONCATENATED MODULE: ./build/forges/bitbucket.js
const bitbucket = {
    name: "Bitbucket",
    serves: (host) => host === "bitbucket.org",
    tokenUser: "x-token-auth",
    anyCase: true,
};

;// CONCATENATED MODULE: ./build/forges/generic.js
const generic = {
    name: "Git host",
    serves: (host) => host !== "",
    tokenUser: "x-access-token",
    anyCase: false,
};

;// CONCATENATED MODULE: ./build/forges/github.js
const github = {
    name: "GitHub",
    serves: (host) => host === "github.com" || host.endsWith(".ghe.com"),
    tokenUser: "x-access-token",
    anyCase: true,
};

;// CONCATENATED MODULE: ./build/forges/gitlab.js
const gitlab = {
    name: "GitLab",
    serves: (host) => host === "gitlab.com" || host.startsWith("gitlab."),
    tokenUser: "oauth2",
    anyCase: true,
};

;// CONCATENATED MODULE: ./build/forges/all.js





const forges = [github, gitlab, bitbucket, azure, generic];
function forgeOf(host, githubServer) {
    if (host === githubServer)
        return github;
    return forges.find((forge) => forge.serves(host)) ?? generic;
}

;// CONCATENATED MODULE: ./build/setup/git-config.js


function gitConfig(scopes, urls, current) {
    const ordered = [...scopes].sort((a, b) => a.scope.path.length - b.scope.path.length);
    const sections = ordered.flatMap((one) => [
        ...spellings(one.scope).map((url) => credentialSection(url, one.answerFile)),
        ...headerResets(one.scope, urls, current).map((url) => section("http", url, ["extraheader ="])),
        ...rewrites(one.scope, urls).map(([to, from]) => section("url", to, from.map((spelled) => `insteadOf = ${configValue(spelled)}`))),
    ]);
    return `# Written by setup-private-python; gone after the job.\n${sections.join("")}`;
}
function spellings(scope) {
    return scope.path.includes("/") ? [(0,core_url/* scopeUrl */.QN)(scope), `${(0,core_url/* scopeUrl */.QN)(scope)}.git`] : [(0,core_url/* scopeUrl */.QN)(scope)];
}
function credentialSection(url, answerFile) {
    const shellFile = `'${answerFile.replaceAll("'", "'\\''")}'`;
    const helper = `!f() { if test "$1" = get; then cat ${shellFile}; fi; }; f`;
    return section("credential", url, ["helper =", `helper = ${configValue(helper)}`, "useHttpPath = true"]);
}
function headerResets(scope, urls, current) {
    const own = current !== undefined && (0,core_url/* origin */.TG)(scope) === (0,core_url/* origin */.TG)(current) && isWithin(current.path, scope.path);
    if (!own && scope.path !== "")
        return [...spellings(scope)];
    const named = urls.filter((url) => (0,git_url/* covers */.hU)(scope, url)).map((url) => url.path.replace(/\.git$/, ""));
    const others = [...new Set(named)].filter((path) => path.toLowerCase() !== current?.path.toLowerCase());
    return others.flatMap((path) => spellings({ ...scope, path }));
}
function rewrites(scope, urls) {
    const endings = scope.path === "" ? [""] : scope.path.includes("/") ? [".git", "/"] : ["/"];
    const found = urls.filter((url) => url.protocol === "ssh" && (0,git_url/* covers */.hU)(scope, url));
    const rows = endings.map((ending) => {
        const path = `${scope.path}${ending}`;
        const to = `${(0,core_url/* origin */.TG)(scope)}/${path}`;
        return [to, [...new Set([to, ...sshSpellings(scope, path), ...found.map((url) => asFound(url, path))])]];
    });
    return [...rows, ...exactRewrites(scope, found, urls)];
}
function sshSpellings({ host }, path) {
    return [`ssh://git@${host}/${path}`, `git@${host}:${path}`];
}
function asFound(url, path) {
    return url.text.slice(0, url.text.lastIndexOf(url.path)) + path;
}
function exactRewrites(scope, found, all) {
    if (!scope.path.includes("/"))
        return [];
    const exact = found.filter((url) => url.path === scope.path).map((url) => url.text);
    const longer = all.filter((url) => exact.some((text) => url.text.startsWith(text) && url.text !== text)).map(({ text }) => text);
    const kept = [...new Set(longer)].map((text) => [text, [text]]);
    return exact.length === 0 ? [] : [[(0,core_url/* scopeUrl */.QN)(scope), [...new Set(exact)]], ...kept];
}
function isWithin(path, scope) {
    const [inner, outer] = [path.toLowerCase(), scope.toLowerCase()];
    return outer === "" || inner === outer || inner.startsWith(`${outer}/`);
}
function section(name, subsection, lines) {
    return `[${name} "${subsection.replace(/["\\]/g, "\\$&")}"]\n${lines.map((line) => `\t${line}\n`).join("")}`;
}
function configValue(value) {
    return `"${value.replace(/["\\]/g, "\\$&").replaceAll("\n", "\\n").replaceAll("\t", "\\t")}"`;
}

;// CONCATENATED MODULE: ./build/setup/plan-git.js










const OLDEST_GIT = [2, 31];
function planGit(credentials, urls, job, facts, git) {
    const [first] = credentials;
    if (first === undefined)
        return { files: [], variables: [] };
    refuseOldGit(first, git);
    const folder = accessFolder(facts);
    const answers = credentials.map((credential, n) => ({ credential, answerFile: (0,core_path/* join */.fj)(folder, `git-${n + 1}`) }));
    const config = (0,core_path/* join */.fj)(folder, "gitconfig");
    const scopes = answers.map(({ credential, answerFile }) => ({ scope: credential.scope, answerFile }));
    return {
        files: [
            ...answers.map(({ credential, answerFile }) => ({
                kind: "file",
                path: answerFile,
                content: (0,secret/* text */.Qq) `username=${credential.user}\npassword=${credential.password}\n`,
            })),
            { kind: "file", path: config, content: (0,secret/* text */.Qq) `${gitConfig(scopes, urls, currentRepository(job))}` },
        ],
        variables: includeVariables(config, facts),
    };
}
function includeVariables(config, { variables }) {
    const count = variables.GIT_CONFIG_COUNT ?? "";
    if (!/^\d{0,4}$/.test(count)) {
        throw new problem/* Problem */.A({}, "the job's variable GIT_CONFIG_COUNT is not a number, and Git stops at that", "Correct it or remove it (`env:` of the job or the workflow)");
    }
    const n = Number(count === "" ? 0 : count);
    return [
        { name: "GIT_CONFIG_COUNT", value: (0,secret/* text */.Qq) `${String(n + 1)}` },
        { name: `GIT_CONFIG_KEY_${n}`, value: (0,secret/* text */.Qq) `include.path` },
        { name: `GIT_CONFIG_VALUE_${n}`, value: (0,secret/* text */.Qq) `${config}` },
        { name: "GIT_TERMINAL_PROMPT", value: (0,secret/* text */.Qq) `0` },
    ];
}
function refuseOldGit({ where }, { version }) {
    if (version === undefined) {
        throw new problem/* Problem */.A(where, "the credential is for Git, and no Git was found on PATH", "Install Git before this step (in a container image: `apt-get install git`)");
    }
    const [major = 0, minor = 0] = version.split(".").map(Number);
    if (major > OLDEST_GIT[0] || (major === OLDEST_GIT[0] && minor >= OLDEST_GIT[1]))
        return;
    throw new problem/* Problem */.A(where, `Git ${version} is too old: ${OLDEST_GIT.join(".")} or later is needed`, "Install a newer Git before this step");
}
function currentRepository(job) {
    if (!job.repository.includes("/"))
        return undefined;
    return (0,core_url/* readCredentialUrl */.Ry)({ input: "token" }, `${job.server}/${job.repository}`, "").scope;
}
function withSpellings(credentials, urls, job) {
    const server = serverHost(job);
    const known = new Set(credentials.map(({ scope }) => (0,core_url/* scopeUrl */.QN)(scope)));
    const more = [];
    for (const credential of credentials) {
        const { scope } = credential;
        if (scope.path === "" || !forgeOf(scope.host, server).anyCase)
            continue;
        for (const url of urls) {
            const path = url.path.slice(0, scope.path.length);
            const spelled = { ...credential, scope: { ...scope, path } };
            const continues = /^(?:\.git)?(?:\/|$)/.test(url.path.slice(scope.path.length));
            if (url.host !== scope.host || !continues || path.toLowerCase() !== scope.path.toLowerCase() || known.has((0,core_url/* scopeUrl */.QN)(spelled.scope)))
                continue;
            known.add((0,core_url/* scopeUrl */.QN)(spelled.scope));
            more.push(spelled);
        }
    }
    return [...credentials, ...more];
}
function coveredUrls(credentials, urls, prefix) {
    const plain = urls.filter(({ protocol, user }) => protocol === "ssh" || user === undefined);
    const once = new Map(plain.map((url) => [url.text, url]));
    return [...once.values()].flatMap((url, n) => {
        const credential = (0,git_url/* bestScope */.DB)(credentials, url);
        return credential === undefined ? [] : [{ url, user: credential.user, password: credential.password, id: `${prefix}_${letters(n)}` }];
    });
}
function plainHttpWarnings(all) {
    const hosts = new Set(all.filter(({ scope }) => scope.protocol === "http" && !(0,core_url/* isLoopback */.U9)(scope.host)).map(({ scope }) => scope.host));
    return [...hosts].map((host) => ({
        kind: "say",
        level: "warning",
        message: `The credential for http://${host} is sent unencrypted; use https:// if the host has it`,
    }));
}

// EXTERNAL MODULE: ./build/core/defined.js
var defined = __nccwpck_require__(818);
;// CONCATENATED MODULE: ./build/setup/plan-indexes.js








function planIndexes(indexes, context) {
    const unknown = indexes.flatMap((index) => refuseUnknown(index, context));
    const netrc = chooseForNetrc(indexes, context);
    const variables = indexes.flatMap((index, n) => tools.flatMap((tool) => toolVariables(tool, index, n, context, netrc)));
    const file = planNetrc(netrc, context);
    const caches = planCaches(indexes, context);
    return {
        says: [...unknown, ...extraIndexWarning(variables), ...caches.says],
        files: file.files,
        variables: [...variables, ...file.variables, ...caches.variables],
    };
}
function planCaches(indexes, { tool, facts }) {
    if (!indexes.some(({ user }) => user !== undefined))
        return { says: [], variables: [] };
    const names = tools.flatMap(({ headerCache }) => headerCache ?? []);
    const isJobs = (name) => !/^$|\/setup-private-python-[0-9a-f]{16}\//.test(facts.variables[name] ?? "");
    const [kept, moved] = [names.filter((name) => isJobs(name)), names.filter((name) => !isJobs(name))];
    return {
        says: kept
            .filter((name) => name === tool?.headerCache)
            .map((name) => ({
            kind: "say",
            level: "notice",
            message: `${name} of the job is kept. If an index answers \`Vary: Authorization\`, ${tool?.label} writes the credential into that cache: do not save it`,
        })),
        variables: moved.map((name) => ({ name, value: (0,secret/* text */.Qq) `${(0,core_path/* join */.fj)(accessFolder(facts), "cache", name.toLowerCase())}` })),
    };
}
function matching(tool, index, project) {
    return (tool.indexes(project) ?? []).filter(({ name }) => tool.normalise(name) === tool.normalise(index.name));
}
function refuseUnknown(index, { tool, project, defaultIndex }) {
    const known = tool?.indexes(project);
    if (tool === undefined || known === undefined || matching(tool, index, project).length > 0)
        return [];
    if (tool.name === "uv" && index.name === defaultIndex)
        return [];
    const names = known.length === 0 ? "names no index" : `names: ${known.map(({ name }) => name).join(", ")}`;
    const what = `the project names no index ${index.name} for ${tool.label}; it ${names}`;
    if (index.from === "variable")
        return [{ kind: "say", level: "notice", message: `indexes: ${what}; so ${tool.label} does not use the default of the variable` }];
    const table = tool.name === "uv" ? "[[tool.uv.index]]" : "[[tool.poetry.source]]";
    throw new problem/* Problem */.A(index.where, what, `Correct the name, or add a \`${table}\` with it to pyproject.toml`);
}
function toolVariables(tool, index, n, context, netrc) {
    const all = matching(tool, index, context.project);
    const [named] = all;
    const isDefault = index.name === context.defaultIndex;
    const knowsNames = tool.indexes(context.project) !== undefined;
    const chosen = context.tool === undefined || isDefault || (knowsNames ? named !== undefined : context.tool === tool);
    if (!chosen || (!knowsNames && netrc.without.has(index)))
        return [];
    for (const one of all)
        refuseOtherPlace(index, one);
    const { name, url, user, password } = index;
    const id = `${context.prefix}_I_${letters(n)}`;
    return tool.indexVariables({ name, url, isDefault, id, ...(0,defined/* defined */.s)({ user, password, named }) });
}
function refuseOtherPlace(index, named) {
    if (index.user === undefined)
        return;
    const { scope } = (0,core_url/* readCredentialUrl */.Ry)({ file: named.file }, named.url.replace(/[?#].*$/, ""), "https://HOST/simple");
    const same = scope.protocol === index.scope.protocol && scope.host === index.scope.host && scope.port === index.scope.port;
    if (same && (0,core_url/* pathWithin */.RY)(scope.path, index.scope.path))
        return;
    throw new problem/* Problem */.A(index.where, `the credential of the index ${index.name} is for ${index.url}, but ${named.file} gives that name another URL, on ${scope.host}/${scope.path}`, "Make the two the same; the credential is sent nowhere else");
}
function extraIndexWarning(variables) {
    if (!variables.some(({ name }) => name === "PIP_EXTRA_INDEX_URL"))
        return [];
    return [
        {
            kind: "say",
            level: "warning",
            message: "pip takes the highest version that any index has, so a public package with the name of a private one would be installed in its place (dependency confusion). If the private index also serves the public packages, set `default-index`; otherwise pin the private packages with hashes",
        },
    ];
}
function chooseForNetrc(indexes, { tool, defaultIndex }) {
    const hosts = new Map();
    const without = new Set();
    for (const host of new Set(indexes.filter(({ user }) => user !== undefined).map(({ scope }) => scope.host))) {
        const there = indexes.filter((index) => index.scope.host === host && index.user !== undefined);
        const [first, ...others] = there;
        const other = others.find((index) => first !== undefined && !sameCredential(first, index));
        const chosen = other === undefined ? first : there.find(({ name }) => name === defaultIndex);
        if (chosen === undefined && other !== undefined && tool?.name === "pip")
            throw indistinguishable(first ?? other, other);
        if (chosen !== undefined)
            hosts.set(host, chosen);
        for (const index of there)
            if (chosen === undefined || !sameCredential(chosen, index))
                without.add(index);
    }
    return { hosts, without };
}
function sameCredential(a, b) {
    return (0,secret/* equal */.LC)(a.user ?? "", b.user ?? "") && (0,secret/* equal */.LC)(a.password ?? "", b.password ?? "");
}
function indistinguishable(first, second) {
    return new problem/* Problem */.A(second.where, `the indexes ${first.name} and ${second.name} are both on ${second.scope.host} with different credentials, which pip cannot tell apart`, "Use one credential that reads both, or set `default-index` to the one that pip needs");
}
function planNetrc({ hosts }, { facts }) {
    if (hosts.size === 0)
        return { files: [], variables: [] };
    const path = (0,core_path/* join */.fj)(accessFolder(facts), "netrc");
    const entries = [...hosts.values()].map(({ scope, user = "", password = "" }) => (0,secret/* text */.Qq) `machine ${scope.host} login ${netrcToken(user)} password ${netrcToken(password)}\n`);
    const carry = facts.netrc === undefined ? {} : { carry: { netrc: facts.netrc, without: [...hosts.keys()] } };
    return { files: [{ kind: "file", path, content: entries.flat(), ...carry }], variables: [{ name: "NETRC", value: (0,secret/* text */.Qq) `${path}` }] };
}
function netrcToken(value) {
    return { value, as: "netrc" };
}

;// CONCATENATED MODULE: ./build/setup/plan-access.js





function planAccess(settings, project, tool, job, facts, gitFacts) {
    const urls = tools.flatMap((one) => one.gitUrls(project));
    const credentials = withSpellings(settings.gitCredentials, urls, job);
    const prefix = `SPP_${lettersOf(facts.folder)}`;
    const gitPlan = planGit(credentials, urls, job, facts, gitFacts);
    const own = tool === undefined ? tools : [tool];
    const indexes = planIndexes(settings.indexes, { project, tool, defaultIndex: settings.defaultIndex, facts, prefix });
    const files = [...gitPlan.files, ...indexes.files];
    const git = own.flatMap((one) => one.gitVariables(coveredUrls(credentials, one.gitUrls(project), `${prefix}_G`)));
    const credentialed = [...gitPlan.variables, ...indexes.variables, ...git];
    const besides = own.flatMap((one) => one.besides(project, credentialed)).filter(({ name }) => !facts.variables[name]);
    const variables = [...credentialed, ...besides];
    return {
        steps: [
            ...masks([...settings.gitCredentials, ...settings.indexes]),
            ...plainHttpWarnings([...settings.gitCredentials, ...settings.indexes.filter(({ user }) => user !== undefined)]),
            ...indexes.says,
            ...(files.length === 0 ? [] : [{ kind: "folder", path: accessFolder(facts) }]),
            ...files,
            ...variableSteps(variables, facts, settings.persistCredentials ? "job" : "step"),
        ],
    };
}
function masks(credentials) {
    return credentials.flatMap(({ user, password }) => [
        ...(user instanceof secret/* Secret */.zh ? [{ kind: "mask", secret: user, ...(typeof password === "string" ? { password } : {}) }] : []),
        ...(password instanceof secret/* Secret */.zh ? [{ kind: "mask", secret: password, ...(user === undefined ? {} : { user }) }] : []),
    ]);
}
function variableSteps(variables, { variables: job }, reach) {
    const values = new Map();
    for (const { name, value, joined } of variables) {
        const own = job[name] === undefined || job[name] === "" ? undefined : [new secret/* Secret */.zh(`${name} of the job`, job[name])];
        const before = joined === undefined ? undefined : (values.get(name) ?? own);
        values.set(name, before === undefined ? value : (0,secret/* text */.Qq) `${before}${joined ?? ""}${value}`);
    }
    return [...values].map(([name, value]) => ({ kind: "variable", name, value, reach }));
}
function lettersOf(folder) {
    const id = /[0-9a-f]+$/.exec(folder)?.[0] ?? "";
    return [...id].map((digit) => String.fromCharCode(65 + Number.parseInt(digit, 16))).join("");
}

;// CONCATENATED MODULE: ./build/tools/tool.js
const TOOL_NAMES = ["pip", "poetry", "uv"];

;// CONCATENATED MODULE: ./build/setup/git-credentials.js






const FORM = "https://USER:TOKEN@HOST/OWNER";
const NO_PASSWORD = /^(?:x-oauth-basic)?$/;
function readGitCredentials(inputs, job) {
    const githubHost = serverHost(job);
    const credentials = [
        ...readToken(single("token", inputs.token.value), job),
        ...lines("git-credentials", inputs["git-credentials"].value).map(({ text, line }) => readLine(text, { input: "git-credentials", line }, job, githubHost)),
    ];
    refuseTwins(credentials);
    return credentials;
}
function readToken(token, job) {
    if (token === "")
        return [];
    const where = { input: "token" };
    if (/\s/.test(token))
        throw new problem/* Problem */.A(where, "the token contains a blank", "Paste the token alone");
    if (/^https?:\/\//i.test(token)) {
        throw new problem/* Problem */.A(where, "a URL was given where a token is expected", "Give the token alone, or move the line to `git-credentials`");
    }
    if (token.startsWith("-----BEGIN")) {
        throw new problem/* Problem */.A(where, "a private key was given where a token is expected", "Give a token for Git over https");
    }
    const owner = job.repository.split("/")[0] ?? "";
    if (owner === "") {
        throw new problem/* Problem */.A(where, "GITHUB_REPOSITORY does not say whose repositories the token is for", "Use `git-credentials` with a line `https://TOKEN@HOST/OWNER`");
    }
    const { scope } = (0,core_url/* readCredentialUrl */.Ry)(where, `${job.server}/${owner}`, FORM);
    return [{ scope, where, user: forgeOf(scope.host, scope.host).tokenUser, password: new secret/* Secret */.zh("token", token) }];
}
function readLine(text, where, job, githubHost) {
    const { scope, user, password } = (0,core_url/* readCredentialUrl */.Ry)(where, text, FORM);
    const label = `${where.input}, line ${where.line}`;
    if (user === undefined) {
        throw new problem/* Problem */.A(where, "the line holds no credential", `Write it as \`${FORM}\``);
    }
    if (user === "" && NO_PASSWORD.test(password ?? "")) {
        throw new problem/* Problem */.A(where, `the credential for ${(0,core_url/* scopeUrl */.QN)(scope)} is empty`, emptySecretFix(job));
    }
    if (password === "" && !looksLikeToken(user)) {
        throw new problem/* Problem */.A(where, `the token of the credential for ${(0,core_url/* scopeUrl */.QN)(scope)} is empty`, emptySecretFix(job));
    }
    refuseUnprintable(where, user);
    refuseUnprintable(where, password ?? "");
    const tokenUser = forgeOf(scope.host, githubHost).tokenUser;
    if (password === undefined)
        return { scope, where, user: tokenUser, password: new secret/* Secret */.zh(label, user) };
    if (NO_PASSWORD.test(password))
        return { scope, where, user: new secret/* Secret */.zh(label, user), password };
    return { scope, where, user: user === "" ? tokenUser : user, password: new secret/* Secret */.zh(label, password) };
}
function looksLikeToken(user) {
    return user.length >= 16;
}
function refuseTwins(credentials) {
    const seen = new Map();
    for (const { scope, where } of credentials) {
        const key = (0,core_url/* scopeUrl */.QN)(scope);
        const first = seen.get(key);
        if (first !== undefined) {
            const other = first.line === undefined ? `\`${first.input}\`` : `line ${first.line}`;
            throw new problem/* Problem */.A(where, `${key} has a credential already, from ${other}`, "Keep one of the two, or give one of them a longer path");
        }
        seen.set(key, where);
    }
}

;// CONCATENATED MODULE: ./build/setup/indexes.js





const indexes_FORM = "NAME=https://USER:PASSWORD@HOST/simple";
function readIndexes(input, job) {
    const indexes = lines("indexes", input.value).map(({ text, line }) => indexes_readLine(text, { input: "indexes", line }, input, job));
    const seen = new Map();
    for (const { name, where } of indexes) {
        const key = name.toLowerCase().replace(/[_.]/g, "-");
        const first = seen.get(key);
        if (first !== undefined) {
            throw new problem/* Problem */.A(where, `the index ${name} is given already, on line ${first.line} (case, \`-\`, \`_\` and \`.\` make no difference)`, "Give each index a name of its own");
        }
        seen.set(key, where);
    }
    return indexes;
}
function indexes_readLine(text, where, input, job) {
    const equals = text.indexOf("=");
    const name = text.slice(0, Math.max(equals, 0)).trim();
    if (equals < 0 || /^https?:/i.test(name)) {
        throw new problem/* Problem */.A(where, "the line does not begin with the name of the index and `=`", `Write it as \`${indexes_FORM}\``);
    }
    if (!/^[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?$/.test(name)) {
        const shown = /^[\w .-]{1,40}$/.test(name) ? quoted(name) : "what stands before `=`";
        throw new problem/* Problem */.A(where, `${shown} is no name of an index`, "Use letters, digits, `-`, `_` and `.`");
    }
    const { scope, writtenPath, user, password } = (0,core_url/* readCredentialUrl */.Ry)(where, text.slice(equals + 1).trim(), indexes_FORM);
    const common = { name, scope, url: `${(0,core_url/* origin */.TG)(scope)}${writtenPath === "" ? "/" : writtenPath}`, where, from: input.from };
    if (user === undefined)
        return common;
    return { ...common, ...credential(name, user, password, where, job) };
}
function credential(name, user, password, where, job) {
    refuseUnprintable(where, user);
    refuseUnprintable(where, password ?? "");
    if (user === "")
        throw new problem/* Problem */.A(where, `the user of the index ${name} is empty`, password === "" ? emptySecretFix(job) : `Write it as \`${indexes_FORM}\``);
    const label = `indexes, ${name}`;
    if (password === undefined)
        return { user: new secret/* Secret */.zh(label, user), password: "" };
    if (password !== "")
        return { user, password: new secret/* Secret */.zh(label, password) };
    if (user.length < 16)
        throw new problem/* Problem */.A(where, `the password of the index ${name} is empty`, emptySecretFix(job));
    return { user: new secret/* Secret */.zh(label, user), password: "" };
}

;// CONCATENATED MODULE: ./build/setup/settings.js








const TOOL_CHOICES = ["auto", ...TOOL_NAMES, "none"];
function readSettings(inputs, job) {
    const one = (name) => single(name, inputs[name].value);
    refuseEmptySecrets(inputs, job);
    const version = one("tool-version");
    const indexes = readIndexes(inputs.indexes, job);
    const settings = {
        gitCredentials: readGitCredentials(inputs, job),
        indexes,
        ...readDefaultIndex(one("default-index"), indexes, inputs["default-index"].from),
        tool: choice("tool", one("tool"), TOOL_CHOICES),
        ...(version === "" ? {} : { toolVersion: readSpecifier({ input: "tool-version" }, version) }),
        workingDirectory: readFolder("working-directory", one("working-directory")),
        install: read_boolean("install", one("install")),
        installArgs: words("install-args", inputs["install-args"].value),
        installCommands: lines("install-command", inputs["install-command"].value).map(({ text }) => text),
        persistCredentials: read_boolean("persist-credentials", one("persist-credentials")),
        dryRun: read_boolean("dry-run", one("dry-run")),
    };
    refuseContradictions(settings, inputs);
    return settings;
}
function readDefaultIndex(name, indexes, from) {
    if (name === "")
        return {};
    if (from === "variable" && !indexes.some((index) => index.name === name))
        return {};
    if (indexes.some((index) => index.name === name))
        return { defaultIndex: name };
    const known = indexes.length === 0 ? "`indexes` is empty" : `\`indexes\` has: ${indexes.map((index) => index.name).join(", ")}`;
    throw new problem/* Problem */.A({ input: "default-index" }, `no index is called ${quoted(name)}; ${known}`, `Add a line \`NAME=URL\` to \`indexes\`, or correct the name`);
}
function readFolder(input, value) {
    if (value.split(/[\\/]/).includes("..")) {
        throw new problem/* Problem */.A({ input }, `${quoted(value)} contains \`..\``, "Write the path without `..`");
    }
    if (value.startsWith("~")) {
        throw new problem/* Problem */.A({ input }, `${quoted(value)} begins with ~, which only a shell expands`, "Write the path in full");
    }
    return (0,core_path/* isAbsolute */.oP)(value) ? value : value.replace(/^\.\//, "");
}
function refuseContradictions(settings, inputs) {
    const said = (name) => inputs[name].from === "input";
    if (settings.installCommands.length > 0 && settings.installArgs.length > 0 && said("install-args")) {
        throw new problem/* Problem */.A({ input: "install-args" }, "`install-command` replaces the command that `install-args` would be added to", "Write the arguments into `install-command`");
    }
    if (!settings.install && said("install") && settings.installCommands.length > 0 && said("install-command")) {
        throw new problem/* Problem */.A({ input: "install-command" }, "`install: false` says that nothing is installed", "Remove one of the two");
    }
    for (const name of ["install-args", "install-command"]) {
        if (settings.tool === "none" && said(name)) {
            throw new problem/* Problem */.A({ input: name }, "`tool: none` installs nothing", `Remove \`${name}\`, or name the tool`);
        }
    }
    if (!settings.persistCredentials && said("persist-credentials") && (settings.tool === "none" || !settings.install)) {
        throw new problem/* Problem */.A({ input: "persist-credentials" }, "nothing is installed, so nothing would see the credentials", "Remove `persist-credentials: false`, or let this step install");
    }
    if (settings.tool === "none" && settings.toolVersion !== undefined && said("tool-version")) {
        throw new problem/* Problem */.A({ input: "tool-version" }, "`tool: none` installs no tool", "Remove `tool-version`, or name the tool");
    }
}

// EXTERNAL MODULE: ./build/runner/apply.js + 10 modules
var apply = __nccwpck_require__(815);
;// CONCATENATED MODULE: ./build/runner/journal.js



const STATE = "folder";
const NAME = "journal.jsonl";
function openJournal(folder, stateFile) {
    (0,commands/* setEntry */.RY)(stateFile, STATE, folder);
    node.fs.mkdirSync(folder, { mode: 0o700 });
    return { folder, note: (entry) => node.fs.appendFileSync(`${folder}/${NAME}`, `${JSON.stringify(entry)}\n`, { mode: 0o600 }) };
}
function journal_readJournal(folder) {
    let content;
    try {
        content = node.fs.readFileSync(`${folder}/${NAME}`, "utf8");
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
function journal_isPrivateFolder(folder, temp) {
    return paths.resolve(paths.dirname(folder)) === paths.resolve(temp) && /\/setup-private-python-[0-9a-f]{16}$/.test(slashed(folder));
}
function isInside(path, folder) {
    return (0,core_path/* slashed */.df)(node/* paths */.f0.resolve(path)).startsWith(`${(0,core_path/* slashed */.df)(node/* paths */.f0.resolve(folder))}/`);
}

;// CONCATENATED MODULE: ./build/runner/undo.js


function undoAll(folder, temp) {
    if (!isPrivateFolder(folder, temp))
        return { removed: 0, left: [`${folder}: not a folder of this action`] };
    return undoEntries([{ kind: "folder", path: folder }, ...readJournal(folder)]);
}
function undoWithin(folder, journalFolder) {
    return undoEntries(journal_readJournal(journalFolder).filter(({ path }) => path === folder || path.startsWith(`${folder}/`)));
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
    if (node.fs.lstatSync(path, { throwIfNoEntry: false }) === undefined)
        return false;
    try {
        node.fs.rmSync(path, { recursive: true, force: true, maxRetries: 3 });
    }
    catch {
        makeWritable(path);
        node.fs.rmSync(path, { recursive: true, force: true, maxRetries: 3 });
    }
    return true;
}
function makeWritable(path) {
    if (!node.fs.lstatSync(path).isDirectory())
        return;
    node.fs.chmodSync(path, 0o700);
    for (const name of node.fs.readdirSync(path))
        makeWritable(`${path}/${name}`);
}

// EXTERNAL MODULE: ./build/setup/report.js
var report = __nccwpck_require__(471);
;// CONCATENATED MODULE: ./build/actions/carry-out.js






async function carryOut({ settings, facts, access, install }) {
    if (install !== undefined)
        (0,commands/* say */.cv)(install.heading);
    if (settings.dryRun) {
        (0,commands/* say */.cv)(`Dry run: nothing is changed. The plan:\n${(0,apply/* show */.WU)(access)}${install === undefined ? "" : (0,apply/* show */.WU)(install.plan)}`);
        return;
    }
    const { folder, variables, windows } = facts;
    const journal = openJournal(folder, variables.GITHUB_STATE);
    const context = { journal, environment: { ...variables }, runnerFiles: variables, windows };
    try {
        await (0,apply/* apply */.Bb)(access, context);
        await (0,apply/* apply */.Bb)((await install?.apply(context)) ?? (0,report/* planResult */.V)({ tool: "none", windows }), context);
    }
    finally {
        if (!settings.persistCredentials)
            sayLeft(undoWithin(accessFolder(facts), folder).left);
    }
}
function sayLeft(left) {
    if (left.length === 0)
        return;
    (0,commands/* annotate */.fz)("warning", `Credentials could not be removed after the install, and later steps may read them: ${left.join("; ")}`);
}

;// CONCATENATED MODULE: ./build/actions/setup.js











main(async () => {
    const facts = surveyMachine();
    const job = jobOf(facts);
    const settings = readSettings(readInputs(facts.variables), job);
    const { folder, names, files } = surveyProject(facts.workspace, settings.workingDirectory, python_project/* isProjectFile */.Qn);
    const read = files.size === 0 ? python_project/* emptyProject */.zU : (await Promise.all(/* import() */[__nccwpck_require__.e(292), __nccwpck_require__.e(428)]).then(__nccwpck_require__.bind(__nccwpck_require__, 428))).readProject;
    const project = read(folder, names, files);
    const choice = chooseTool(settings, project);
    const git = settings.gitCredentials.length === 0 ? {} : surveyGit(facts.variables);
    const access = planAccess(settings, project, choice?.tool, job, facts, git);
    const prepare = choice === undefined ? undefined : (await __nccwpck_require__.e(/* import() */ 105).then(__nccwpck_require__.bind(__nccwpck_require__, 105))).prepareInstall;
    const install = choice === undefined ? undefined : prepare?.({ settings, project, choice, facts });
    await carryOut({ settings, facts, access, install });
});

module.exports = __webpack_exports__;
/******/ })()
;