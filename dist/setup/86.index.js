export const id = 86;
export const ids = [86];
export const modules = {

/***/ 86:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  prepareInstall: () => (/* binding */ prepareInstall)
});

// EXTERNAL MODULE: ./build/core/defined.js
var defined = __webpack_require__(627);
// EXTERNAL MODULE: ./build/core/problem.js
var problem = __webpack_require__(341);
// EXTERNAL MODULE: ./build/runner/apply.js + 10 modules
var apply = __webpack_require__(832);
// EXTERNAL MODULE: ./build/runner/programs.js
var programs = __webpack_require__(322);
// EXTERNAL MODULE: ./build/runner/steps/command.js + 1 modules
var command = __webpack_require__(949);
// EXTERNAL MODULE: ./build/core/path.js
var core_path = __webpack_require__(59);
// EXTERNAL MODULE: ./build/runner/node.js
var node = __webpack_require__(367);
;// CONCATENATED MODULE: ./build/runner/survey-tools.js



function surveyTools(variables, tool, environment) {
    const uv = (0,programs/* findProgram */.K)("uv", variables);
    const path = tool === "uv" ? uv : tool === undefined ? undefined : (0,programs/* findProgram */.K)(tool, variables);
    const version = path === undefined ? undefined : /\d+(?:\.\d+)+\S*/.exec((0,programs/* ask */.k)([path, "--version"], variables))?.[0]?.replace(/[),]+$/, "");
    const there = environment === undefined ? undefined : surveyEnvironment(environment);
    const set = setInterpreter(variables);
    return {
        shell: (0,programs/* findProgram */.K)("bash", variables) ?? (0,programs/* findProgram */.K)("sh", variables) ?? "sh",
        ...(uv === undefined ? {} : { uv }),
        ...(path === undefined || version === undefined ? {} : { found: { path, version } }),
        ...(there === undefined ? {} : { environment: there }),
        ...(set === undefined ? {} : { setInterpreter: set }),
    };
}
const PROBE = `import importlib.util as u, json, os, sys
base = getattr(sys, "_base_executable", None) or sys.executable
print(json.dumps({"path": base if os.path.exists(base) else sys.executable, "version": "%d.%d.%d" % sys.version_info[:3], "hasPip": u.find_spec("pip") is not None}))`;
function surveyPython(variables) {
    const set = setInterpreter(variables);
    const onPath = ["python", "python3"].flatMap((name) => (0,programs/* findProgram */.K)(name, variables) ?? []);
    const pythonTried = [...(set === undefined ? [] : [set]), ...onPath];
    for (const candidate of pythonTried) {
        try {
            const python = JSON.parse((0,programs/* ask */.k)([candidate, "-I", "-c", PROBE], variables));
            if (/^3\.\d+\.\d+$/.test(python.version))
                return { python: { ...python, path: (0,core_path/* slashed */.df)(python.path) }, pythonTried };
        }
        catch {
        }
    }
    return { pythonTried };
}
function setInterpreter({ pythonLocation: location }) {
    if (location === undefined || location === "")
        return undefined;
    return [(0,core_path/* join */.fj)(location, "bin/python"), (0,core_path/* join */.fj)(location, "python.exe")].find((path) => node.fs.existsSync(path));
}
function surveyEnvironment(folder) {
    let config;
    try {
        config = node.fs.readFileSync((0,core_path/* join */.fj)(folder, "pyvenv.cfg"), "utf8");
    }
    catch {
        return node.fs.existsSync(folder) ? { folder, isEnvironment: false, works: false } : undefined;
    }
    const version = /^version(?:_info)?\s*=\s*(\d+\.\d+\.\d+)/m.exec(config)?.[1];
    const works = node.fs.existsSync((0,core_path/* join */.fj)(folder, "bin/python")) || node.fs.existsSync((0,core_path/* join */.fj)(folder, "Scripts/python.exe"));
    return { folder, isEnvironment: true, works, ...(version === undefined ? {} : { version }) };
}
function installedVersion(environment, name) {
    const folders = [(0,core_path/* join */.fj)(environment, "Lib/site-packages"), ...libFolders(environment), environment];
    for (const folder of folders.filter((one) => node.fs.existsSync(one))) {
        const found = node.fs.readdirSync(folder).find((entry) => entry.toLowerCase().startsWith(`${name}-`) && entry.endsWith(".dist-info"));
        if (found !== undefined)
            return found.slice(name.length + 1, -".dist-info".length);
    }
    return undefined;
}
function libFolders(environment) {
    const lib = (0,core_path/* join */.fj)(environment, "lib");
    if (!node.fs.existsSync(lib))
        return [];
    return node.fs
        .readdirSync(lib)
        .filter((name) => name.startsWith("python"))
        .map((name) => (0,core_path/* join */.fj)(lib, name, "site-packages"));
}

;// CONCATENATED MODULE: ./build/setup/explain.js
function explain(tool, title, code, output) {
    const own = tool?.explain(output);
    if (own !== undefined)
        return own;
    const [, scheme, host] = /could not read (?:Username|Password) for '(https?:\/\/)(?:[^/'@]*@)?([^/'@]+)/.exec(output) ?? [];
    if (scheme !== undefined && host !== undefined) {
        return {
            what: `no credential covers a Git repository on ${scheme}${host}`,
            fix: `Add a line \`${scheme}TOKEN@${host}/OWNER\` to the input \`git-credentials\``,
        };
    }
    const refused = /Authentication failed for '(https?:\/\/)(?:[^/'@]*@)?([^'@]+)'/.exec(output);
    if (refused !== null) {
        return {
            what: `the server refused the credential for ${refused[1]}${refused[2]}`,
            fix: "Check that the token has not expired and that it may read this repository",
        };
    }
    const missing = /repository '(https?:\/\/)(?:[^/'@]*@)?([^'@]+)' not found/i.exec(output);
    if (missing !== null) {
        return {
            what: `${missing[1]}${missing[2]} does not exist, or its credential may not see it`,
            fix: "Check the spelling of the URL, and that the token may read this repository",
        };
    }
    return { what: `\`${title}\` ended with exit code ${code}`, fix: "The log of the step says why" };
}

// EXTERNAL MODULE: ./build/python/versions.js + 5 modules
var versions = __webpack_require__(450);
// EXTERNAL MODULE: ./build/core/secret.js
var secret = __webpack_require__(616);
;// CONCATENATED MODULE: ./build/setup/programs.js



function fetchUv(python, facts, { uv }) {
    const environment = { variables: engineVariables(facts) };
    if (uv !== undefined)
        return { path: uv, commands: [], environment };
    const folder = (0,core_path/* join */.fj)(facts.folder, "uv");
    return { path: executable((0,core_path/* join */.fj)(folder, "bin/uv"), facts), environment, commands: [pipInto(folder, "uv", undefined, python, facts)] };
}
function installProgram(tool, wanted, python, facts, toolFacts) {
    const bin = (0,core_path/* join */.fj)(facts.folder, "bin");
    const path = executable((0,core_path/* join */.fj)(bin, tool.name), facts);
    const onPath = [{ kind: "path", folder: bin }];
    const folder = (0,core_path/* join */.fj)(facts.folder, "tools", tool.name);
    if (tool.name === "uv") {
        const title = `uv ${wanted ?? "(the newest)"}`;
        const fetch = { kind: "command", title, commands: [pipInto(folder, "uv", wanted, python, facts)] };
        const links = ["uv", "uvx"].map((name) => ({ kind: "link", path: executable((0,core_path/* join */.fj)(bin, name), facts), target: executable((0,core_path/* join */.fj)(folder, "bin", name), facts) }));
        return { path, folder, steps: [fetch, { kind: "folder", path: bin }, ...links, ...onPath] };
    }
    return { path, folder, steps: [...isolated(tool, wanted, python, facts, toolFacts), ...onPath] };
}
function isolated(tool, wanted, python, facts, toolFacts) {
    const uv = fetchUv(python, facts, toolFacts);
    const specifier = pipSpecifier(tool.name, wanted);
    const bin = (0,core_path/* join */.fj)(facts.folder, "bin");
    const tools = (0,core_path/* join */.fj)(facts.folder, "tools");
    const environment = (0,core_path/* join */.fj)(tools, tool.name);
    const fast = {
        argv: [uv.path, "tool", "install", "--quiet", "--python", python.path, specifier],
        folder: facts.folder,
        variables: { ...uv.environment.variables, UV_TOOL_DIR: (0,secret/* text */.Qq) `${tools}`, UV_TOOL_BIN_DIR: (0,secret/* text */.Qq) `${bin}` },
    };
    const scripts = (0,core_path/* join */.fj)(environment, facts.windows ? "Scripts" : "bin");
    const slow = [
        { argv: [python.path, "-m", "venv", "--clear", environment], folder: facts.folder },
        { argv: [executable((0,core_path/* join */.fj)(scripts, "python"), facts), "-m", "pip", "install", "--quiet", specifier], folder: facts.folder },
    ];
    const link = { kind: "link", path: executable((0,core_path/* join */.fj)(bin, tool.name), facts), target: executable((0,core_path/* join */.fj)(scripts, tool.name), facts) };
    return [
        { kind: "folder", path: bin },
        { kind: "command", title: `${tool.label} ${wanted ?? "(the newest)"}`, commands: [...uv.commands, fast], otherwise: slow },
        link,
    ];
}
function pipInto(folder, name, wanted, python, facts) {
    if (!python.hasPip) {
        throw new problem/* Problem */.A({}, `Python ${python.version} at ${python.path} has no pip, and uv is not on PATH`, "Add a step `uses: actions/setup-python@v6` before this one");
    }
    const argv = [
        python.path,
        "-m",
        "pip",
        "install",
        "--quiet",
        "--disable-pip-version-check",
        "--no-deps",
        "--target",
        folder,
        pipSpecifier(name, wanted),
    ];
    const without = ["PIP_TARGET", "PIP_REQUIRE_VIRTUALENV", "PIP_USER", "PIP_PREFIX"];
    return { argv, folder: facts.folder, variables: { PIP_ROOT_USER_ACTION: (0,secret/* text */.Qq) `ignore` }, without };
}
function pipSpecifier(name, wanted) {
    return `${name}${wanted ?? ""}`;
}
function engineVariables({ variables }) {
    const { PIP_INDEX_URL, PIP_CERT, UV_DEFAULT_INDEX, UV_INDEX_URL, SSL_CERT_FILE } = variables;
    return {
        UV_PYTHON_DOWNLOADS: (0,secret/* text */.Qq) `never`,
        ...(PIP_INDEX_URL && !UV_DEFAULT_INDEX && !UV_INDEX_URL
            ? { UV_DEFAULT_INDEX: (0,secret/* text */.Qq) `${new secret/* Secret */.zh("PIP_INDEX_URL of the job", PIP_INDEX_URL)}` }
            : {}),
        ...(PIP_CERT && !SSL_CERT_FILE ? { SSL_CERT_FILE: (0,secret/* text */.Qq) `${PIP_CERT}` } : {}),
    };
}
function executable(path, { windows }) {
    return windows ? `${path}.exe` : path;
}

;// CONCATENATED MODULE: ./build/setup/plan-tool.js





function activeEnvironment(variables) {
    const active = variables.VIRTUAL_ENV;
    if (active === undefined || active === "" || active === variables.SETUP_PRIVATE_PYTHON_ENVIRONMENT)
        return undefined;
    return active;
}
function wantedVersion(settings, tool, project) {
    return settings.toolVersion ?? tool.asks(project)?.specifier;
}
function planTool(context) {
    const { settings, project, tool, facts, toolFacts } = context;
    const place = environmentOf(context);
    const settingsSteps = tool
        .settings({ project, variables: facts.variables, folder: facts.folder, ...(0,defined/* defined */.s)({ setInterpreter: toolFacts.setInterpreter }) })
        .map(({ name, value }) => ({ kind: "variable", name, value, reach: "job" }));
    const isThere = isReusable(context, place);
    const had = tool.name === "pip" ? pipProgram(context, place, isThere) : program(context);
    const made = tool.wantsEnvironment(project) && place !== undefined && !isThere ? makeEnvironment(context, place) : [];
    const decided = tool.environment(project, facts.variables);
    return {
        program: had.program,
        environment: place,
        ask: place === undefined && "ask" in decided ? decided.ask : undefined,
        toolFolder: had.toolFolder,
        steps: [...had.steps(made), ...settingsSteps, ...(settings.install ? installSteps(context, had.program) : [])],
    };
}
function needsPython({ settings, project, tool, toolFacts }) {
    return tool.name === "pip" || tool.wantsEnvironment(project) || suitable(toolFacts, wantedVersion(settings, tool, project)) === undefined;
}
function suitable({ found }, wanted) {
    return found !== undefined && (0,versions/* matches */.cK)(found.version, wanted) ? found : undefined;
}
function program({ settings, project, tool, facts, toolFacts }) {
    const wanted = wantedVersion(settings, tool, project);
    const found = suitable(toolFacts, wanted);
    if (found !== undefined)
        return { program: [found.path], steps: (environment) => environment };
    const ours = installProgram(tool, wanted, needPython(toolFacts), facts, toolFacts);
    return { program: [ours.path], toolFolder: ours.folder, steps: (environment) => [...ours.steps, ...environment] };
}
function pipProgram({ settings, facts }, place, isThere) {
    const python = pythonOf(place ?? "", facts.windows);
    const wanted = settings.toolVersion;
    const argv = [python, "-m", "pip", "install", "--quiet", "--upgrade", pipSpecifier("pip", wanted)];
    const upgrade = isThere && wanted !== undefined ? [{ kind: "command", title: `pip ${wanted}`, commands: [{ argv, folder: facts.folder }] }] : [];
    return { program: [python, "-m", "pip"], steps: (environment) => [...environment, ...upgrade] };
}
function environmentOf({ project, tool, facts }) {
    const active = activeEnvironment(facts.variables);
    if (active !== undefined && tool.name !== "uv")
        return active;
    const place = tool.environment(project, facts.variables);
    return "folder" in place ? place.folder : undefined;
}
function isReusable({ facts, toolFacts: { environment: there, python } }, place) {
    return (there !== undefined &&
        there.folder === place &&
        there.works &&
        (there.folder === activeEnvironment(facts.variables) || there.version === python?.version));
}
function refuseToEmpty(folder, { variables }, { environment: there }) {
    if (folder === activeEnvironment(variables)) {
        throw new problem/* Problem */.A({}, `VIRTUAL_ENV names ${folder}, and there is no working virtual environment`, "Make it before this step, or unset VIRTUAL_ENV");
    }
    if (there === undefined || there.isEnvironment)
        return;
    throw new problem/* Problem */.A({}, `${folder} is there and is no virtual environment`, "Remove or rename it, or make an environment of your own active before this step");
}
function makeEnvironment({ settings, tool, facts, toolFacts }, folder) {
    const python = needPython(toolFacts);
    refuseToEmpty(folder, facts, toolFacts);
    const uv = fetchUv(python, facts, toolFacts);
    const inside = pythonOf(folder, facts.windows);
    const seed = tool.name === "pip" ? [pipSpecifier("pip", settings.toolVersion)] : [];
    const venv = {
        argv: [uv.path, "venv", "--quiet", "--clear", "--python", python.path, folder],
        folder: facts.folder,
        ...uv.environment,
    };
    const pip = {
        argv: [uv.path, "pip", "install", "--quiet", "--python", inside, ...seed],
        folder: facts.folder,
        ...uv.environment,
    };
    const plainVenv = { argv: [python.path, "-m", "venv", "--clear", folder], folder: facts.folder };
    const upgrade = { argv: [inside, "-m", "pip", "install", "--quiet", "--upgrade", ...seed], folder: facts.folder };
    const commands = [...uv.commands, ...(seed.length === 0 ? [venv] : [venv, pip])];
    return [
        {
            kind: "command",
            title: `A virtual environment with Python ${python.version}`,
            commands,
            otherwise: seed.length === 0 || settings.toolVersion === undefined ? [plainVenv] : [plainVenv, upgrade],
        },
    ];
}
function installSteps({ settings, project, tool, facts, toolFacts }, program) {
    const without = activeEnvironment(facts.variables) === undefined ? ["VIRTUAL_ENV"] : [];
    const folder = project.folder;
    if (settings.installCommands.length > 0) {
        return settings.installCommands.map((line) => ({
            kind: "command",
            title: line,
            commands: [{ argv: [toolFacts.shell, "-e", "-c", line], folder, without }],
            install: true,
        }));
    }
    const args = tool.install(project, facts.variables, settings.installArgs);
    return [
        {
            kind: "command",
            title: `${tool.name} ${args.join(" ")}`,
            commands: [{ argv: [...program, ...args], folder, without }],
            install: true,
        },
    ];
}
function pythonOf(environment, windows) {
    return windows ? (0,core_path/* join */.fj)(environment, "Scripts/python.exe") : (0,core_path/* join */.fj)(environment, "bin/python");
}
function needPython({ python, pythonTried = [] }) {
    if (python !== undefined)
        return python;
    const tried = pythonTried.length === 0 ? "no `python` or `python3` is on PATH" : `none of these runs as Python 3: ${pythonTried.join(", ")}`;
    throw new problem/* Problem */.A({}, `no Python was found: ${tried}`, "Add a step `uses: actions/setup-python@v6` before this one");
}

// EXTERNAL MODULE: ./build/setup/report.js
var report = __webpack_require__(998);
;// CONCATENATED MODULE: ./build/actions/install.js









function prepareInstall({ choice, ...given }) {
    const { tool, because } = choice;
    const place = environmentOf({ ...given, tool });
    const { variables } = given.facts;
    const known = surveyTools(variables, tool.name === "pip" ? undefined : tool.name, place);
    const toolFacts = needsPython({ ...given, tool, toolFacts: known }) ? { ...known, ...surveyPython(variables) } : known;
    const context = { ...given, tool, toolFacts };
    const plan = planTool(context);
    return { heading: `${tool.label}, because of ${because}`, plan, apply: (runner) => applyInstall(plan, context, runner) };
}
async function applyInstall(plan, { tool, toolFacts, facts, project }, runner) {
    try {
        await (0,apply/* apply */.Bb)(plan, runner);
    }
    catch (error) {
        if (!(error instanceof command/* CommandFailed */.n))
            throw error;
        const { what, fix } = explain(error.install ? tool : undefined, error.title, error.code, error.output);
        throw new problem/* Problem */.A({}, what, fix);
    }
    const place = plan.ask === undefined ? plan.environment : (0,programs/* ask */.k)([...plan.program, ...plan.ask], runner.environment, project.folder).trim();
    const there = place === undefined || place === "" ? undefined : surveyEnvironment(place);
    const inside = plan.toolFolder ?? (tool.name === "pip" ? plan.environment : undefined);
    const toolVersion = inside === undefined ? toolFacts.found?.version : installedVersion(inside, tool.name);
    const environment = there?.works === true ? there.folder : undefined;
    const pythonVersion = there?.version ?? toolFacts.python?.version;
    return (0,report/* planResult */.V)({ tool: tool.name, windows: facts.windows, ...(0,defined/* defined */.s)({ toolVersion, pythonVersion, environment }) });
}


/***/ })

};
