"use strict";
exports.id = 105;
exports.ids = [105];
exports.modules = {

/***/ 105:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  prepareInstall: () => (/* binding */ prepareInstall)
});

// NAMESPACE OBJECT: ./node_modules/@renovatebot/pep440/lib/operator.js
var operator_namespaceObject = {};
__webpack_require__.r(operator_namespaceObject);
__webpack_require__.d(operator_namespaceObject, {
  "!=": () => (ne),
  "<": () => (lt),
  "<=": () => (le),
  "==": () => (eq),
  "===": () => (arbitrary),
  ">": () => (gt),
  ">=": () => (ge),
  compare: () => (compare),
  eq: () => (eq),
  ge: () => (ge),
  gt: () => (gt),
  le: () => (le),
  lt: () => (lt),
  ne: () => (ne),
  rcompare: () => (rcompare)
});

// EXTERNAL MODULE: ./build/core/defined.js
var defined = __webpack_require__(818);
// EXTERNAL MODULE: ./build/core/problem.js
var problem = __webpack_require__(832);
// EXTERNAL MODULE: ./build/runner/apply.js + 10 modules
var apply = __webpack_require__(815);
// EXTERNAL MODULE: ./build/runner/programs.js
var programs = __webpack_require__(421);
// EXTERNAL MODULE: ./build/runner/steps/command.js + 1 modules
var command = __webpack_require__(726);
// EXTERNAL MODULE: ./build/core/path.js
var core_path = __webpack_require__(232);
// EXTERNAL MODULE: ./build/runner/node.js
var node = __webpack_require__(656);
;// CONCATENATED MODULE: ./build/runner/survey-tools.js



function surveyTools(variables, tool, environment) {
    const uv = (0,programs/* findProgram */.Kp)("uv", variables);
    const path = tool === "uv" ? uv : tool === undefined ? undefined : (0,programs/* findProgram */.Kp)(tool, variables);
    const version = path === undefined ? undefined : /\d+(?:\.\d+)+\S*/.exec((0,programs/* ask */.kA)([path, "--version"], variables))?.[0]?.replace(/[),]+$/, "");
    const there = environment === undefined ? undefined : surveyEnvironment(environment);
    const set = setInterpreter(variables);
    return {
        shell: (0,programs/* findProgram */.Kp)("bash", variables) ?? (0,programs/* findProgram */.Kp)("sh", variables) ?? "sh",
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
    const onPath = ["python", "python3"].flatMap((name) => (0,programs/* findProgram */.Kp)(name, variables) ?? []);
    const pythonTried = [...(set === undefined ? [] : [set]), ...onPath];
    for (const candidate of pythonTried) {
        try {
            const python = JSON.parse((0,programs/* ask */.kA)([candidate, "-I", "-c", PROBE], variables));
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
function explain_explain(tool, title, code, output) {
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

;// CONCATENATED MODULE: ./node_modules/@renovatebot/pep440/lib/version.js
const VERSION_PATTERN = [
  'v?',
  '(?:',
  /* */ '(?:(?<epoch>[0-9]+)!)?', // epoch
  /* */ '(?<release>[0-9]+(?:\\.[0-9]+)*)', // release segment
  /* */ '(?<pre>', // pre-release
  /*    */ '[-_\\.]?',
  /*    */ '(?<pre_l>(a|b|c|rc|alpha|beta|pre|preview))',
  /*    */ '[-_\\.]?',
  /*    */ '(?<pre_n>[0-9]+)?',
  /* */ ')?',
  /* */ '(?<post>', // post release
  /*    */ '(?:-(?<post_n1>[0-9]+))',
  /*    */ '|',
  /*    */ '(?:',
  /*        */ '[-_\\.]?',
  /*        */ '(?<post_l>post|rev|r)',
  /*        */ '[-_\\.]?',
  /*        */ '(?<post_n2>[0-9]+)?',
  /*    */ ')',
  /* */ ')?',
  /* */ '(?<dev>', // dev release
  /*    */ '[-_\\.]?',
  /*    */ '(?<dev_l>dev)',
  /*    */ '[-_\\.]?',
  /*    */ '(?<dev_n>[0-9]+)?',
  /* */ ')?',
  ')',
  '(?:\\+(?<local>[a-z0-9]+(?:[-_\\.][a-z0-9]+)*))?', // local version
].join('');



const validRegex = new RegExp('^' + VERSION_PATTERN + '$', 'i');

function valid(version) {
  return validRegex.test(version) ? version : null;
}

const cleanRegex = new RegExp('^\\s*' + VERSION_PATTERN + '\\s*$', 'i');
function clean(version) {
  return version_stringify(version_parse(version, cleanRegex));
}

function version_parse(version, regex) {
  // Validate the version and parse it into pieces
  const { groups } = (regex || validRegex).exec(version) || {};
  if (!groups) {
    return null;
  }

  // Store the parsed out pieces of the version
  const parsed = {
    epoch: Number(groups.epoch ? groups.epoch : 0),
    release: groups.release.split('.').map(Number),
    pre: normalize_letter_version(groups.pre_l, groups.pre_n),
    post: normalize_letter_version(
      groups.post_l,
      groups.post_n1 || groups.post_n2,
    ),
    dev: normalize_letter_version(groups.dev_l, groups.dev_n),
    local: parse_local_version(groups.local),
  };

  return parsed;
}

function version_stringify(parsed) {
  if (!parsed) {
    return null;
  }
  const { epoch, release, pre, post, dev, local } = parsed;
  const parts = [];

  // Epoch
  if (epoch !== 0) {
    parts.push(`${epoch}!`);
  }
  // Release segment
  parts.push(release.join('.'));

  // Pre-release
  if (pre) {
    parts.push(pre.join(''));
  }
  // Post-release
  if (post) {
    parts.push('.' + post.join(''));
  }
  // Development release
  if (dev) {
    parts.push('.' + dev.join(''));
  }
  // Local version segment
  if (local) {
    parts.push(`+${local}`);
  }
  return parts.join('');
}

function normalize_letter_version(letterIn, numberIn) {
  let letter = letterIn;
  let number = numberIn;
  if (letter) {
    // We consider there to be an implicit 0 in a pre-release if there is
    // not a numeral associated with it.
    if (!number) {
      number = 0;
    }
    // We normalize any letters to their lower case form
    letter = letter.toLowerCase();

    // We consider some words to be alternate spellings of other words and
    // in those cases we want to normalize the spellings to our preferred
    // spelling.
    if (letter === 'alpha') {
      letter = 'a';
    } else if (letter === 'beta') {
      letter = 'b';
    } else if (['c', 'pre', 'preview'].includes(letter)) {
      letter = 'rc';
    } else if (['rev', 'r'].includes(letter)) {
      letter = 'post';
    }
    return [letter, Number(number)];
  }
  if (!letter && number) {
    // We assume if we are given a number, but we are not given a letter
    // then this is using the implicit post release syntax (e.g. 1.0-1)
    letter = 'post';

    return [letter, Number(number)];
  }
  return null;
}

function parse_local_version(local) {
  /*
    Takes a string like abc.1.twelve and turns it into("abc", 1, "twelve").
    */
  if (local) {
    return local
      .split(/[._-]/)
      .map((part) =>
        Number.isNaN(Number(part)) ? part.toLowerCase() : Number(part),
      );
  }
  return null;
}

function version_explain(version) {
  const parsed = version_parse(version);
  if (!parsed) {
    return parsed;
  }
  const { epoch, release, pre, post, dev, local } = parsed;

  let base_version = '';
  if (epoch !== 0) {
    base_version += epoch + '!';
  }
  base_version += release.join('.');

  const is_prerelease = Boolean(dev || pre);
  const is_devrelease = Boolean(dev);
  const is_postrelease = Boolean(post);

  // return

  return {
    epoch,
    release,
    pre,
    post: post ? post[1] : post,
    dev: dev ? dev[1] : dev,
    local: local ? local.join('.') : local,
    public: version_stringify(parsed).split('+', 1)[0],
    base_version,
    is_prerelease,
    is_devrelease,
    is_postrelease,
  };
}

;// CONCATENATED MODULE: ./node_modules/@renovatebot/pep440/lib/operator.js




function lt(version, other) {
  return compare(version, other) < 0;
}

function le(version, other) {
  return compare(version, other) <= 0;
}

function eq(version, other) {
  return compare(version, other) === 0;
}

function ne(version, other) {
  return compare(version, other) !== 0;
}

function ge(version, other) {
  return compare(version, other) >= 0;
}

function gt(version, other) {
  return compare(version, other) > 0;
}

function arbitrary(version, other) {
  return version.toLowerCase() === other.toLowerCase();
}

function compare(version, other) {
  const parsedVersion = version_parse(version);
  const parsedOther = version_parse(other);

  const keyVersion = calculateKey(parsedVersion);
  const keyOther = calculateKey(parsedOther);

  return pyCompare(keyVersion, keyOther);
}

function rcompare(version, other) {
  return -compare(version, other);
}

// this logic is buitin in python, but we need to port it to js
// see https://stackoverflow.com/a/5292332/1438522
function pyCompare(elemIn, otherIn) {
  let elem = elemIn;
  let other = otherIn;
  if (elem === other) {
    return 0;
  }
  if (Array.isArray(elem) !== Array.isArray(other)) {
    elem = Array.isArray(elem) ? elem : [elem];
    other = Array.isArray(other) ? other : [other];
  }
  if (Array.isArray(elem)) {
    const len = Math.min(elem.length, other.length);
    for (let i = 0; i < len; i += 1) {
      const res = pyCompare(elem[i], other[i]);
      if (res !== 0) {
        return res;
      }
    }
    return elem.length - other.length;
  }
  if (elem === -Infinity || other === Infinity) {
    return -1;
  }
  if (elem === Infinity || other === -Infinity) {
    return 1;
  }
  return elem < other ? -1 : 1;
}

function calculateKey(input) {
  const { epoch } = input;
  let { release, pre, post, local, dev } = input;
  // When we compare a release version, we want to compare it with all of the
  // trailing zeros removed. So we'll use a reverse the list, drop all the now
  // leading zeros until we come to something non zero, then take the rest
  // re-reverse it back into the correct order and make it a tuple and use
  // that for our sorting key.
  release = release.concat();
  release.reverse();
  while (release.length && release[0] === 0) {
    release.shift();
  }
  release.reverse();

  // We need to "trick" the sorting algorithm to put 1.0.dev0 before 1.0a0.
  // We'll do this by abusing the pre segment, but we _only_ want to do this
  // if there is !a pre or a post segment. If we have one of those then
  // the normal sorting rules will handle this case correctly.
  if (!pre && !post && dev) pre = -Infinity;
  // Versions without a pre-release (except as noted above) should sort after
  // those with one.
  else if (!pre) pre = Infinity;

  // Versions without a post segment should sort before those with one.
  if (!post) post = -Infinity;

  // Versions without a development segment should sort after those with one.
  if (!dev) dev = Infinity;

  if (!local) {
    // Versions without a local segment should sort before those with one.
    local = -Infinity;
  } else {
    // Versions with a local segment need that segment parsed to implement
    // the sorting rules in PEP440.
    // - Alpha numeric segments sort before numeric segments
    // - Alpha numeric segments sort lexicographically
    // - Numeric segments sort numerically
    // - Shorter versions sort before longer versions when the prefixes
    //   match exactly
    local = local.map((i) =>
      Number.isNaN(Number(i)) ? [-Infinity, i] : [Number(i), ''],
    );
  }

  return [epoch, release, pre, post, dev, local];
}

;// CONCATENATED MODULE: ./node_modules/@renovatebot/pep440/lib/specifier.js
// This file is dual licensed under the terms of the Apache License, Version
// 2.0, and the BSD License. See the LICENSE file in the root of this repository
// for complete details.





const RANGE_PATTERN = [
  '(?<operator>(===|~=|==|!=|<=|>=|<|>))',
  '\\s*',
  '(',
  /*  */ '(?<version>(?:' + VERSION_PATTERN.replace(/\?<\w+>/g, '?:') + '))',
  /*  */ '(?<prefix>\\.\\*)?',
  /*  */ '|',
  /*  */ '(?<legacy>[^,;\\s)]+)',
  ')',
].join('');



const isEqualityOperator = (op) => ['==', '!=', '==='].includes(op);

const rangeRegex = new RegExp('^' + RANGE_PATTERN + '$', 'i');

function specifier_parse(ranges) {
  if (!ranges.trim()) {
    return [];
  }

  const specifiers = ranges
    .split(',')
    .map((range) => rangeRegex.exec(range.trim()) || {})
    .map(({ groups }) => {
      if (!groups) {
        return null;
      }

      let { ...spec } = groups;
      const { operator, version, prefix, legacy } = groups;

      if (version) {
        spec = { ...spec, ...version_explain(version) };
        if (operator === '~=') {
          if (spec.release.length < 2) {
            return null;
          }
        }
        if (!isEqualityOperator(operator) && spec.local) {
          return null;
        }

        if (prefix) {
          if (!isEqualityOperator(operator) || spec.dev || spec.local) {
            return null;
          }
        }
      }
      if (legacy && operator !== '===') {
        return null;
      }

      return spec;
    });

  if (specifiers.filter(Boolean).length !== specifiers.length) {
    return null;
  }

  return specifiers;
}

function filter(versions, specifier, options = {}) {
  const filtered = pick(versions, specifier, options);
  if (filtered.length === 0 && options.prereleases === undefined) {
    return pick(versions, specifier, { prereleases: true });
  }
  return filtered;
}

function maxSatisfying(versions, range, options) {
  const found = filter(versions, range, options).sort(Operator.compare);
  return found.length === 0 ? null : found[found.length - 1];
}

function minSatisfying(versions, range, options) {
  const found = filter(versions, range, options).sort(Operator.compare);
  return found.length === 0 ? null : found[0];
}

function pick(versions, specifier, options) {
  const parsed = specifier_parse(specifier);

  if (!parsed) {
    return [];
  }

  return versions.filter((version) => {
    const explained = version_explain(version);

    if (!parsed.length) {
      return explained && !(explained.is_prerelease && !options.prereleases);
    }

    return parsed.reduce((pass, spec) => {
      if (!pass) {
        return false;
      }
      return contains({ ...spec, ...options }, { version, explained });
    }, true);
  });
}

function satisfies(version, specifier, options = {}) {
  const filtered = pick([version], specifier, options);

  return filtered.length === 1;
}

function arrayStartsWith(array, prefix) {
  if (prefix.length > array.length) {
    return false;
  }

  for (let i = 0; i < prefix.length; i += 1) {
    if (prefix[i] !== array[i]) {
      return false;
    }
  }

  return true;
}

function contains(specifier, input) {
  const { explained } = input;
  let { version } = input;
  const { ...spec } = specifier;

  if (spec.prereleases === undefined) {
    spec.prereleases = spec.is_prerelease;
  }

  if (explained && explained.is_prerelease && !spec.prereleases) {
    return false;
  }

  if (spec.operator === '~=') {
    let compatiblePrefix = spec.release.slice(0, -1).concat('*').join('.');
    if (spec.epoch) {
      compatiblePrefix = spec.epoch + '!' + compatiblePrefix;
    }
    return satisfies(version, `>=${spec.version}, ==${compatiblePrefix}`, {
      prereleases: spec.prereleases,
    });
  }

  if (spec.prefix) {
    const isMatching =
      explained.epoch === spec.epoch &&
      arrayStartsWith(explained.release, spec.release);
    const isEquality = spec.operator !== '!=';
    return isEquality ? isMatching : !isMatching;
  }

  if (explained && explained.local && spec.version) {
    // Ignore candidate local labels only when the specifier itself is public.
    if (spec.operator !== '===' && !spec.local) {
      version = explained.public;
      spec.version = version_explain(spec.version).public;
    }
  }

  if (spec.operator === '<' || spec.operator === '>') {
    // simplified version of https://www.python.org/dev/peps/pep-0440/#exclusive-ordered-comparison
    if (eq(spec.release.join('.'), explained.release.join('.'))) {
      return false;
    }
  }

  // TODO: fix me?
  // eslint-disable-next-line import-x/namespace
  const op = operator_namespaceObject[spec.operator];
  return op(version, spec.version || spec.legacy);
}

function validRange(specifier) {
  return Boolean(specifier_parse(specifier));
}

;// CONCATENATED MODULE: ./node_modules/@renovatebot/pep440/lib/semantic.js


// those notation are borrowed from semver


function major(input) {
  const version = explain(input);
  if (!version) {
    throw new TypeError('Invalid Version: ' + input);
  }
  return version.release[0];
}

function minor(input) {
  const version = explain(input);
  if (!version) {
    throw new TypeError('Invalid Version: ' + input);
  }
  if (version.release.length < 2) {
    return 0;
  }
  return version.release[1];
}

function patch(input) {
  const version = explain(input);
  if (!version) {
    throw new TypeError('Invalid Version: ' + input);
  }
  if (version.release.length < 3) {
    return 0;
  }
  return version.release[2];
}

function inc(input, release, preReleaseIdentifier) {
  let identifier = preReleaseIdentifier || `a`;
  const version = parse(input);

  if (!version) {
    return null;
  }

  if (
    !['a', 'b', 'c', 'rc', 'alpha', 'beta', 'pre', 'preview'].includes(
      identifier,
    )
  ) {
    return null;
  }

  switch (release) {
    case 'premajor':
      {
        const [majorVersion] = version.release;
        version.release.fill(0);
        version.release[0] = majorVersion + 1;
      }
      version.pre = [identifier, 0];
      delete version.post;
      delete version.dev;
      delete version.local;
      break;
    case 'preminor':
      {
        const [majorVersion, minorVersion = 0] = version.release;
        version.release.fill(0);
        version.release[0] = majorVersion;
        version.release[1] = minorVersion + 1;
      }
      version.pre = [identifier, 0];
      delete version.post;
      delete version.dev;
      delete version.local;
      break;
    case 'prepatch':
      {
        const [majorVersion, minorVersion = 0, patchVersion = 0] =
          version.release;
        version.release.fill(0);
        version.release[0] = majorVersion;
        version.release[1] = minorVersion;
        version.release[2] = patchVersion + 1;
      }
      version.pre = [identifier, 0];
      delete version.post;
      delete version.dev;
      delete version.local;
      break;
    case 'prerelease':
      if (version.pre === null) {
        const [majorVersion, minorVersion = 0, patchVersion = 0] =
          version.release;
        version.release.fill(0);
        version.release[0] = majorVersion;
        version.release[1] = minorVersion;
        version.release[2] = patchVersion + 1;
        version.pre = [identifier, 0];
      } else {
        if (preReleaseIdentifier === undefined && version.pre !== null) {
          [identifier] = version.pre;
        }

        const [letter, number] = version.pre;
        if (letter === identifier) {
          version.pre = [letter, number + 1];
        } else {
          version.pre = [identifier, 0];
        }
      }

      delete version.post;
      delete version.dev;
      delete version.local;
      break;
    case 'major':
      if (
        version.release.slice(1).some((value) => value !== 0) ||
        version.pre === null
      ) {
        const [majorVersion] = version.release;
        version.release.fill(0);
        version.release[0] = majorVersion + 1;
      }
      delete version.pre;
      delete version.post;
      delete version.dev;
      delete version.local;
      break;
    case 'minor':
      if (
        version.release.slice(2).some((value) => value !== 0) ||
        version.pre === null
      ) {
        const [majorVersion, minorVersion = 0] = version.release;
        version.release.fill(0);
        version.release[0] = majorVersion;
        version.release[1] = minorVersion + 1;
      }
      delete version.pre;
      delete version.post;
      delete version.dev;
      delete version.local;
      break;
    case 'patch':
      if (
        version.release.slice(3).some((value) => value !== 0) ||
        version.pre === null
      ) {
        const [majorVersion, minorVersion = 0, patchVersion = 0] =
          version.release;
        version.release.fill(0);
        version.release[0] = majorVersion;
        version.release[1] = minorVersion;
        version.release[2] = patchVersion + 1;
      }
      delete version.pre;
      delete version.post;
      delete version.dev;
      delete version.local;
      break;
    default:
      return null;
  }

  return stringify(version);
}

;// CONCATENATED MODULE: ./node_modules/@renovatebot/pep440/index.js










;// CONCATENATED MODULE: ./build/python/matches.js

function matches(version, specifier) {
    return specifier === undefined || satisfies(version, specifier);
}

// EXTERNAL MODULE: ./build/core/secret.js
var secret = __webpack_require__(431);
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
    const active = (0,core_path/* join */.fj)(variables.VIRTUAL_ENV ?? "");
    return active === "" || active === (0,core_path/* join */.fj)(variables.SETUP_PRIVATE_PYTHON_ENVIRONMENT ?? "") ? undefined : active;
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
    return found !== undefined && matches(found.version, wanted) ? found : undefined;
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
var report = __webpack_require__(471);
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
        const { what, fix } = explain_explain(error.install ? tool : undefined, error.title, error.code, error.output);
        throw new problem/* Problem */.A({}, what, fix);
    }
    const place = plan.ask === undefined ? plan.environment : (0,programs/* ask */.kA)([...plan.program, ...plan.ask], runner.environment, project.folder).trim();
    const there = place === undefined || place === "" ? undefined : surveyEnvironment(place);
    const inside = plan.toolFolder ?? (tool.name === "pip" ? plan.environment : undefined);
    const toolVersion = inside === undefined ? toolFacts.found?.version : installedVersion(inside, tool.name);
    const environment = there?.works === true ? there.folder : undefined;
    const pythonVersion = there?.version ?? toolFacts.python?.version;
    return (0,report/* planResult */.V)({ tool: tool.name, windows: facts.windows, ...(0,defined/* defined */.s)({ toolVersion, pythonVersion, environment }) });
}


/***/ })

};
;