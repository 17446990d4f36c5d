import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
/******/ var __webpack_modules__ = ({

/***/ 598:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:crypto");

/***/ })

/******/ });
/************************************************************************/
/******/ // The module cache
/******/ var __webpack_module_cache__ = {};
/******/ 
/******/ // The require function
/******/ function __nccwpck_require__(moduleId) {
/******/ 	// Check if module is in cache
/******/ 	var cachedModule = __webpack_module_cache__[moduleId];
/******/ 	if (cachedModule !== undefined) {
/******/ 		return cachedModule.exports;
/******/ 	}
/******/ 	// Create a new module (and put it into the cache)
/******/ 	var module = __webpack_module_cache__[moduleId] = {
/******/ 		// no module.id needed
/******/ 		// no module.loaded needed
/******/ 		exports: {}
/******/ 	};
/******/ 
/******/ 	// Execute the module function
/******/ 	var threw = true;
/******/ 	try {
/******/ 		__webpack_modules__[moduleId](module, module.exports, __nccwpck_require__);
/******/ 		threw = false;
/******/ 	} finally {
/******/ 		if(threw) delete __webpack_module_cache__[moduleId];
/******/ 	}
/******/ 
/******/ 	// Return the exports of the module
/******/ 	return module.exports;
/******/ }
/******/ 
/************************************************************************/
/******/ /* webpack/runtime/asset-relocator-loader */
/******/ if (typeof __nccwpck_require__ !== 'undefined') __nccwpck_require__.ab = decodeURIComponent(new URL('.', import.meta.url).pathname).slice(import.meta.url.match(/^file:\/\/\/\w:/) ? 1 : 0, -1) + "/";
/******/ 
/******/ /* webpack/runtime/create fake namespace object */
/******/ (() => {
/******/ 	var getProto = Object.getPrototypeOf ? (obj) => (Object.getPrototypeOf(obj)) : (obj) => (obj.__proto__);
/******/ 	var leafPrototypes;
/******/ 	// create a fake namespace object
/******/ 	// mode & 1: value is a module id, require it
/******/ 	// mode & 2: merge all properties of value into the ns
/******/ 	// mode & 4: return value when already ns object
/******/ 	// mode & 16: return value when it's Promise-like
/******/ 	// mode & 8|1: behave like require
/******/ 	__nccwpck_require__.t = function(value, mode) {
/******/ 		if(mode & 1) value = this(value);
/******/ 		if(mode & 8) return value;
/******/ 		if(typeof value === 'object' && value) {
/******/ 			if((mode & 4) && value.__esModule) return value;
/******/ 			if((mode & 16) && typeof value.then === 'function') return value;
/******/ 		}
/******/ 		var ns = Object.create(null);
/******/ 		__nccwpck_require__.r(ns);
/******/ 		var def = {};
/******/ 		leafPrototypes = leafPrototypes || [null, getProto({}), getProto([]), getProto(getProto)];
/******/ 		for(var current = mode & 2 && value; typeof current == 'object' && !~leafPrototypes.indexOf(current); current = getProto(current)) {
/******/ 			Object.getOwnPropertyNames(current).forEach((key) => (def[key] = () => (value[key])));
/******/ 		}
/******/ 		def['default'] = () => (value);
/******/ 		__nccwpck_require__.d(ns, def);
/******/ 		return ns;
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/define property getters */
/******/ (() => {
/******/ 	// define getter functions for harmony exports
/******/ 	__nccwpck_require__.d = (exports, definition) => {
/******/ 		for(var key in definition) {
/******/ 			if(__nccwpck_require__.o(definition, key) && !__nccwpck_require__.o(exports, key)) {
/******/ 				Object.defineProperty(exports, key, { enumerable: true, get: definition[key] });
/******/ 			}
/******/ 		}
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/hasOwnProperty shorthand */
/******/ (() => {
/******/ 	__nccwpck_require__.o = (obj, prop) => (Object.prototype.hasOwnProperty.call(obj, prop))
/******/ })();
/******/ 
/******/ /* webpack/runtime/make namespace object */
/******/ (() => {
/******/ 	// define __esModule on exports
/******/ 	__nccwpck_require__.r = (exports) => {
/******/ 		if(typeof Symbol !== 'undefined' && Symbol.toStringTag) {
/******/ 			Object.defineProperty(exports, Symbol.toStringTag, { value: 'Module' });
/******/ 		}
/******/ 		Object.defineProperty(exports, '__esModule', { value: true });
/******/ 	};
/******/ })();
/******/ 
/************************************************************************/
var __webpack_exports__ = {};

// NAMESPACE OBJECT: ./node_modules/@renovatebot/pep440/lib/operator.js
var operator_namespaceObject = {};
__nccwpck_require__.r(operator_namespaceObject);
__nccwpck_require__.d(operator_namespaceObject, {
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

;// CONCATENATED MODULE: ./build/core/defined.js
function defined(value) {
    return Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined));
}

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

;// CONCATENATED MODULE: ./build/core/url.js

const HOST = /^(?:\[[0-9a-fA-F:.]+\]|[A-Za-z0-9\u00a1-\uffff](?:[A-Za-z0-9\u00a1-\uffff._-]*[A-Za-z0-9\u00a1-\uffff])?)(?::\d{1,5})?$/;
function readCredentialUrl(where, raw, form) {
    const protocol = /^(https?):\/\//i.exec(raw)?.[1]?.toLowerCase();
    if (protocol !== "https" && protocol !== "http") {
        throw new Problem(where, "the line does not begin with https://", `Write it as \`${form}\``);
    }
    const rest = raw.slice(protocol.length + 3);
    const at = rest.lastIndexOf("@");
    const { host, path } = readHostAndPath(where, rest.slice(at + 1), form);
    const url = new URL(`${protocol}://${host}`);
    const scope = { protocol, host: url.hostname, path: repositoryPath(path), ...(url.port === "" ? {} : { port: url.port }) };
    if (at < 0)
        return { scope, writtenPath: path };
    const userinfo = rest.slice(0, at);
    const colon = userinfo.indexOf(":");
    if (colon < 0)
        return { scope, writtenPath: path, user: decoded(userinfo) };
    return { scope, writtenPath: path, user: decoded(userinfo.slice(0, colon)), password: decoded(userinfo.slice(colon + 1)) };
}
function readHostAndPath(where, value, form) {
    const slash = value.indexOf("/");
    const host = slash < 0 ? value : value.slice(0, slash);
    const path = slash < 0 ? "" : value.slice(slash);
    if (!HOST.test(host) || !URL.canParse(`https://${host}`)) {
        throw new Problem(where, "no host name was found behind the credential", `Write it as \`${form}\``);
    }
    refusePath(where, path);
    return { host, path };
}
function refusePath(where, path) {
    const segments = path.replace(/^\/|\/$/g, "").split("/");
    if (segments.some((segment) => /^(?:\.|%2e){1,2}$/i.test(segment))) {
        throw new Problem(where, "the path contains `.` or `..`", "Write the path as the host shows it");
    }
    if (/%(?:[01][0-9a-f]|7f)/i.test(path)) {
        throw new Problem(where, "the path contains an encoded control character", "Write the path as the host shows it");
    }
    if (!/^(?:\/(?:[A-Za-z0-9\u00a1-\uffff._~+-]|%[0-9a-f]{2})+)*\/?$/i.test(path)) {
        throw new Problem(where, "the path contains a character that no repository or index path has", "Write only `/OWNER` or `/OWNER/REPO`");
    }
}
function repositoryPath(path) {
    return path.replace(/^\/+|\/+$/g, "").replace(/\.git$/, "");
}
function decoded(value) {
    if (!/^(?:[A-Za-z0-9._~-]|%[0-9A-Fa-f]{2})*$/.test(value))
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

;// CONCATENATED MODULE: ./build/core/git-url.js

const URL_FORM = /^(https?|ssh|git\+ssh|ssh\+git):\/\/(?:([^@/]*)@)?(\[[^\]/]+\]|[^:/[\]]+)(?::(\d*))?\/(.+)$/i;
const SCP_FORM = /^(?:([^@/:]+)@)?([^@:/[\]\\]{2,}|\[[^\]/]+\]):(?!\/\/)\/?(.+)$/;
function readGitUrl(spelled) {
    const value = spelled.replace(/^git\+(?=[a-z]+:\/\/)/i, "").replace(/\/+$/, "");
    const url = URL_FORM.exec(value);
    if (url !== null) {
        const [, scheme = "", userinfo, host = "", port, path = ""] = url;
        const protocol = scheme.toLowerCase() === "https" ? "https" : scheme.toLowerCase() === "http" ? "http" : "ssh";
        return gitUrl(value, protocol, userinfo?.split(":")[0], host, port === "" ? undefined : port, path);
    }
    const scp = SCP_FORM.exec(value);
    if (scp === null || /^[a-z]+:\/\//i.test(value))
        return undefined;
    return gitUrl(value, "ssh", scp[1], scp[2] ?? "", undefined, scp[3] ?? "");
}
function gitUrl(text, protocol, user, host, port, path) {
    return {
        text,
        protocol,
        host: host.toLowerCase(),
        path: path.replace(/^\/+/, ""),
        ...(user === undefined || user === "" ? {} : { user }),
        ...(port === undefined ? {} : { port }),
    };
}
function covers(scope, url) {
    if (scope.host !== url.host || !pathWithin(url.path, scope.path))
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

;// CONCATENATED MODULE: ./build/python/requirements.js

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
    const url = readGitUrl(hasRef ? plain.slice(0, at) : plain);
    if (url === undefined)
        return undefined;
    return hasRef && at + 1 < plain.length ? { url, ref: plain.slice(at + 1) } : { url };
}
function logicalLines(content) {
    const found = [];
    let open;
    content.split(/\r?\n/).forEach((raw, n) => {
        const continues = raw.endsWith("\\");
        const text = (open?.text ?? "") + (continues ? `${raw.slice(0, -1)} ` : raw);
        const line = open?.line ?? n + 1;
        open = continues ? { text, line } : undefined;
        if (!continues)
            found.push({ text: text.replace(/(^|\s)#.*$/, "").trim(), line });
    });
    if (open !== undefined)
        found.push(open);
    return found.filter(({ text }) => text !== "");
}

;// CONCATENATED MODULE: ./node_modules/smol-toml/dist/error.js
/*!
 * Copyright (c) Squirrel Chat et al., All rights reserved.
 * SPDX-License-Identifier: BSD-3-Clause
 *
 * Redistribution and use in source and binary forms, with or without
 * modification, are permitted provided that the following conditions are met:
 *
 * 1. Redistributions of source code must retain the above copyright notice, this
 *    list of conditions and the following disclaimer.
 * 2. Redistributions in binary form must reproduce the above copyright notice,
 *    this list of conditions and the following disclaimer in the
 *    documentation and/or other materials provided with the distribution.
 * 3. Neither the name of the copyright holder nor the names of its contributors
 *    may be used to endorse or promote products derived from this software without
 *    specific prior written permission.
 *
 * THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS" AND
 * ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE IMPLIED
 * WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE ARE
 * DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDER OR CONTRIBUTORS BE LIABLE
 * FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR CONSEQUENTIAL
 * DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF SUBSTITUTE GOODS OR
 * SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS INTERRUPTION) HOWEVER
 * CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN CONTRACT, STRICT LIABILITY,
 * OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE) ARISING IN ANY WAY OUT OF THE USE
 * OF THIS SOFTWARE, EVEN IF ADVISED OF THE POSSIBILITY OF SUCH DAMAGE.
 */
function getLineColFromPtr(string, ptr) {
    let lines = string.slice(0, ptr).split(/\r?\n/);
    return [lines.length, lines.pop().length + 1];
}
function makeCodeBlock(string, line, column) {
    let lines = string.split(/\r?\n/);
    let codeblock = '';
    let numberLen = (Math.log10(line + 1) | 0) + 1;
    for (let i = line - 1; i <= line + 1; i++) {
        let l = lines[i - 1];
        if (!l)
            continue;
        codeblock += i.toString().padEnd(numberLen, ' ');
        codeblock += ':  ';
        codeblock += l;
        codeblock += '\n';
        if (i === line) {
            codeblock += ' '.repeat(numberLen + column + 2);
            codeblock += '^\n';
        }
    }
    return codeblock;
}
class TomlError extends Error {
    line;
    column;
    codeblock;
    constructor(message, options) {
        const [line, column] = getLineColFromPtr(options.toml, options.ptr);
        const codeblock = makeCodeBlock(options.toml, line, column);
        super(`Invalid TOML document: ${message}\n\n${codeblock}`, options);
        this.line = line;
        this.column = column;
        this.codeblock = codeblock;
    }
    /** @internal */
    static x(message, ctx, ptr) {
        throw new TomlError(message, { toml: ctx.s, ptr: ptr ?? ctx.p });
    }
}

;// CONCATENATED MODULE: ./node_modules/smol-toml/dist/primitive.js
/*!
 * Copyright (c) Squirrel Chat et al., All rights reserved.
 * SPDX-License-Identifier: BSD-3-Clause
 *
 * Redistribution and use in source and binary forms, with or without
 * modification, are permitted provided that the following conditions are met:
 *
 * 1. Redistributions of source code must retain the above copyright notice, this
 *    list of conditions and the following disclaimer.
 * 2. Redistributions in binary form must reproduce the above copyright notice,
 *    this list of conditions and the following disclaimer in the
 *    documentation and/or other materials provided with the distribution.
 * 3. Neither the name of the copyright holder nor the names of its contributors
 *    may be used to endorse or promote products derived from this software without
 *    specific prior written permission.
 *
 * THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS" AND
 * ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE IMPLIED
 * WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE ARE
 * DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDER OR CONTRIBUTORS BE LIABLE
 * FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR CONSEQUENTIAL
 * DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF SUBSTITUTE GOODS OR
 * SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS INTERRUPTION) HOWEVER
 * CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN CONTRACT, STRICT LIABILITY,
 * OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE) ARISING IN ANY WAY OUT OF THE USE
 * OF THIS SOFTWARE, EVEN IF ADVISED OF THE POSSIBILITY OF SUCH DAMAGE.
 */

/** @internal */
function parseString(ctx) {
    let startPtr = ctx.p;
    let c = ctx.s.charCodeAt(ctx.p++);
    let first = c;
    let isLiteral = c === 0x27; /* ' */
    let isMultiline = c === ctx.s.charCodeAt(ctx.p) && c === ctx.s.charCodeAt(ctx.p + 1);
    if (isMultiline) {
        // Trim initial newline
        if ((c = ctx.s.charCodeAt(ctx.p += 2)) === 0xa /* \n */)
            ctx.p++;
        else if (c === 0xd /* \r */ && ctx.s.charCodeAt(ctx.p + 1) === 0xa /* \n */)
            ctx.p += 2;
    }
    // For the record: it is not worth it to use a fast-path for literal strings using `indexOf`.
    // Doing a char-by-char iteration ends up dispatching less instructions, for the same wall-clock runtime.
    let parsed = '';
    let sliceStart = ctx.p;
    // states:
    //   0 - decoding
    //   1 - decoding escape
    //   2 - whitespace escape (no newline encountered yet, must fail on non-whitespace)
    //   3 - whitespace escape (newline encountered, allowed to transition back to normal decode)
    let state = 0;
    for (; ctx.p < ctx.s.length; ctx.p++) {
        c = ctx.s.charCodeAt(ctx.p);
        // Deal with newlines first, since that simplifies control character checking and handling across all states
        if (isMultiline && (c === 0xa /* \n */ || (c === 0xd /* \r */ && ctx.s.charCodeAt(ctx.p + 1) === 0xa /* \n */))) {
            state = state && 3;
        }
        // Control characters are banned in TOML, so we throw an error if we encounter them
        else if ((c < 0x20 && c !== 0x9 /* \t */) || c === 0x7f) {
            TomlError.x('control characters are not allowed in strings', ctx);
        }
        // The string might terminate while we're parsing through a newline escape.
        // It must have encountered a newline; otherwise, it'll simply fail in another branch.
        else if ((!state || state === 3) && c === first && (!isMultiline || (ctx.s.charCodeAt(ctx.p + 1) === first && ctx.s.charCodeAt(ctx.p + 2) === first))) {
            if (isMultiline) {
                // If the string ends with 4-5 quotes, then the first 1-2 are part of the string
                if (ctx.s.charCodeAt(ctx.p + 3) === first)
                    ctx.p++;
                if (ctx.s.charCodeAt(ctx.p + 3) === first)
                    ctx.p++;
            }
            // If we're in a newline escape still, then there's nothing to add.
            if (!state) {
                // Avoid a useless concat operation if the string can be used as-is.
                let s = ctx.s.slice(sliceStart, ctx.p);
                parsed = parsed ? parsed + s : s;
            }
            ctx.p += isMultiline ? 3 : 1;
            return parsed;
        }
        // Baseline state; keep moving forward unless an escape sequence starts
        else if (!state) {
            if (!isLiteral && c === 0x5c /* \ */) {
                parsed += ctx.s.slice(sliceStart, (sliceStart = ctx.p));
                state = 1;
            }
        }
        else if (state === 1) {
            if (c === 0x78 /* x */ || c === 0x75 /* u */ || c === 0x55 /* U */) { // Unicode escape
                let errPtr = ctx.p++ - 1;
                let value = 0;
                let len = c === 0x78 /* x */ ? 2 : c === 0x75 /* u */ ? 4 : 8;
                for (let j = 0; j < len; j++, ctx.p++) {
                    let hex = ctx.s.charCodeAt(ctx.p);
                    let digit = 
                    /* 0-9 */ hex >= 0x30 && hex <= 0x39 ? hex - 0x30 :
                        /* A-F */ hex >= 0x41 && hex <= 0x46 ? hex - 0x41 + 10 :
                            /* a-f */ hex >= 0x61 && hex <= 0x66 ? hex - 0x61 + 10 : -1;
                    if (digit < 0)
                        TomlError.x('invalid non-hex character in unicode escape', ctx);
                    value = (value << 4) | digit;
                }
                // Because JS does bitwise on signed 32bit integers, all 0xfzzzzzzz values are actually seen as negative
                if (value < 0 || value > 0x10ffff || (value >= 0xd800 && value <= 0xdfff)) {
                    TomlError.x('invalid unicode escape', ctx, errPtr);
                }
                parsed += String.fromCodePoint(value);
                sliceStart = ctx.p--;
                state = 0;
            }
            // Newline escape sequence. We only need to care about spaces and tabs; newlines are dealt with earlier
            else if (isMultiline && (c === 0x20 || c === 0x9 /* \t */)) {
                state = 2;
            }
            // Basic escape sequence
            else {
                if (c === 0x62 /* b */)
                    parsed += '\b';
                else if (c === 0x74 /* t */)
                    parsed += '\t';
                else if (c === 0x6e /* n */)
                    parsed += '\n';
                else if (c === 0x66 /* f */)
                    parsed += '\f';
                else if (c === 0x72 /* r */)
                    parsed += '\r';
                else if (c === 0x65 /* e */)
                    parsed += '\x1b';
                else if (c === 0x22 /* " */)
                    parsed += '"';
                else if (c === 0x5c /* \ */)
                    parsed += '\\';
                else
                    TomlError.x('unrecognised escape sequence', ctx);
                sliceStart = ctx.p + 1;
                state = 0;
            }
        }
        // Newline escape continuation: keep moving forward until the first non-whitespace char
        else if (c !== 0x20 && c !== 0x9 /* \t */) {
            if (state === 2)
                TomlError.x('invalid escape: only line-ending whitespace may be escaped', ctx, sliceStart);
            // State cannot be zero, or we'd have branched earlier already.
            // If it's a backslash, immediately transition to the escape state so it can be processed.
            state = !isLiteral && c === 0x5c /* \ */ ? 1 : 0;
            sliceStart = ctx.p;
        }
    }
    TomlError.x('unfinished string', ctx, startPtr);
}

;// CONCATENATED MODULE: ./node_modules/smol-toml/dist/date.js
/*!
 * Copyright (c) Squirrel Chat et al., All rights reserved.
 * SPDX-License-Identifier: BSD-3-Clause
 *
 * Redistribution and use in source and binary forms, with or without
 * modification, are permitted provided that the following conditions are met:
 *
 * 1. Redistributions of source code must retain the above copyright notice, this
 *    list of conditions and the following disclaimer.
 * 2. Redistributions in binary form must reproduce the above copyright notice,
 *    this list of conditions and the following disclaimer in the
 *    documentation and/or other materials provided with the distribution.
 * 3. Neither the name of the copyright holder nor the names of its contributors
 *    may be used to endorse or promote products derived from this software without
 *    specific prior written permission.
 *
 * THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS" AND
 * ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE IMPLIED
 * WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE ARE
 * DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDER OR CONTRIBUTORS BE LIABLE
 * FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR CONSEQUENTIAL
 * DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF SUBSTITUTE GOODS OR
 * SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS INTERRUPTION) HOWEVER
 * CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN CONTRACT, STRICT LIABILITY,
 * OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE) ARISING IN ANY WAY OUT OF THE USE
 * OF THIS SOFTWARE, EVEN IF ADVISED OF THE POSSIBILITY OF SUCH DAMAGE.
 */
let DATE_TIME_RE = /^(\d{4}-\d{2}-\d{2})?[Tt ]?(?:(\d{2}):\d{2}(?::\d{2}(?:\.\d+)?)?)?(Z|z|[-+]\d{2}:\d{2})?$/i;
class TomlDate extends Date {
    #hasDate = false;
    #hasTime = false;
    #offset = null;
    constructor(date, fasttype, unsafeDelim) {
        let hasDate = true;
        let hasTime = true;
        let offset = 'Z';
        let c;
        if (typeof date === 'string') {
            if (fasttype)
                prep: {
                    // Date-time
                    if (fasttype < 3) {
                        if (+date.slice(11, 13) > 23) {
                            date = '';
                            break prep;
                        }
                        // Local
                        if (fasttype === 2) {
                            offset = null;
                            date += 'Z';
                        }
                        // Offset; keep track of offset if not Z
                        else if ((c = date.charCodeAt(date.length - 1)) !== 0x5a /* Z */ && c !== 0x7a /* z */) {
                            offset = date.slice(date.length - 6);
                        }
                        if (unsafeDelim)
                            date = date.slice(0, 10) + 'T' + date.slice(11);
                    }
                    // Time
                    else if (fasttype === 4) {
                        date = +date.slice(0, 2) > 23 ? '' : `0000-01-01T${date}Z`;
                    }
                    hasDate = fasttype !== 4;
                    hasTime = fasttype !== 3;
                }
            else {
                let match = date.match(DATE_TIME_RE);
                if (match) {
                    if (!match[1]) {
                        hasDate = false;
                        date = `0000-01-01T${date}`;
                    }
                    hasTime = !!match[2];
                    // Make sure to use T instead of a space. Breaks in case of extreme values otherwise.
                    hasTime && date[10] === ' ' && (date = date.replace(' ', 'T'));
                    // Do not allow rollover hours.
                    if (match[2] && +match[2] > 23) {
                        date = '';
                    }
                    else {
                        offset = match[3] || null;
                        if (!offset && hasTime)
                            date += 'Z';
                    }
                }
                else {
                    date = '';
                }
            }
        }
        super(date);
        if (!isNaN(this.getTime())) {
            this.#hasDate = hasDate;
            this.#hasTime = hasTime;
            this.#offset = offset;
        }
    }
    isDateTime() {
        return this.#hasDate && this.#hasTime;
    }
    isLocal() {
        return !this.#hasDate || !this.#hasTime || !this.#offset;
    }
    isDate() {
        return this.#hasDate && !this.#hasTime;
    }
    isTime() {
        return this.#hasTime && !this.#hasDate;
    }
    isValid() {
        return this.#hasDate || this.#hasTime;
    }
    toISOString() {
        let iso = super.toISOString();
        // Local Date
        if (this.isDate())
            return iso.slice(0, 10);
        // Local Time
        if (this.isTime())
            return iso.slice(11, 23);
        // Local DateTime
        if (this.#offset === null)
            return iso.slice(0, -1);
        // Offset DateTime
        if (this.#offset === 'Z' || this.#offset === 'z')
            return iso;
        // This part is quite annoying: JS strips the original timezone from the ISO string representation
        // Instead of using a "modified" date and "Z", we restore the representation "as authored"
        let offset = (+(this.#offset.slice(1, 3)) * 60) + +(this.#offset.slice(4, 6));
        offset = this.#offset[0] === '-' ? offset : -offset;
        let offsetDate = new Date(this.getTime() - (offset * 60e3));
        return offsetDate.toISOString().slice(0, -1) + this.#offset;
    }
    static wrapAsOffsetDateTime(jsDate, offset = 'Z') {
        let date = new TomlDate(jsDate);
        date.#offset = offset;
        return date;
    }
    static wrapAsLocalDateTime(jsDate) {
        let date = new TomlDate(jsDate);
        date.#offset = null;
        return date;
    }
    static wrapAsLocalDate(jsDate) {
        let date = new TomlDate(jsDate);
        date.#hasTime = false;
        date.#offset = null;
        return date;
    }
    static wrapAsLocalTime(jsDate) {
        let date = new TomlDate(jsDate);
        date.#hasDate = false;
        date.#offset = null;
        return date;
    }
}

;// CONCATENATED MODULE: ./node_modules/smol-toml/dist/extract.js
/*!
 * Copyright (c) Squirrel Chat et al., All rights reserved.
 * SPDX-License-Identifier: BSD-3-Clause
 *
 * Redistribution and use in source and binary forms, with or without
 * modification, are permitted provided that the following conditions are met:
 *
 * 1. Redistributions of source code must retain the above copyright notice, this
 *    list of conditions and the following disclaimer.
 * 2. Redistributions in binary form must reproduce the above copyright notice,
 *    this list of conditions and the following disclaimer in the
 *    documentation and/or other materials provided with the distribution.
 * 3. Neither the name of the copyright holder nor the names of its contributors
 *    may be used to endorse or promote products derived from this software without
 *    specific prior written permission.
 *
 * THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS" AND
 * ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE IMPLIED
 * WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE ARE
 * DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDER OR CONTRIBUTORS BE LIABLE
 * FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR CONSEQUENTIAL
 * DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF SUBSTITUTE GOODS OR
 * SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS INTERRUPTION) HOWEVER
 * CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN CONTRACT, STRICT LIABILITY,
 * OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE) ARISING IN ANY WAY OUT OF THE USE
 * OF THIS SOFTWARE, EVEN IF ADVISED OF THE POSSIBILITY OF SUCH DAMAGE.
 */




function isDigit(char, base = 10) {
    return base === 16
        ? (char > 0x2f && char < 0x3a) || (char > 0x40 && char < 0x47) || (char > 0x60 && char < 0x67)
        : (char > 0x2f && char < 0x30 + base);
}
function isEndOfValue(char, delim) {
    // Whitespace -- we're permissive on `\r` for performance; it'll be dealt with later anyway
    return char === 0x20 || char === 0x9 /* \t */ || char === 0xa /* \n */ || char === 0xd /* \r */ ||
        // Structure end or next value delimiter
        (delim && (char === delim || char === 0x2c /* , */)) ||
        // Comment
        char === 0x23; /* # */
}
/** @internal */
function extractValue(ctx, end) {
    let errPtr = ctx.p;
    let c = ctx.s.charCodeAt(ctx.p);
    // Structs
    if (c === 0x5b /* [ */ || c === 0x7b /* { */) {
        ctx.d-- || TomlError.x('document contains excessively nested structures. aborting.', ctx);
        let value = c === 0x5b /* [ */
            ? parseArray(ctx)
            : parseInlineTable(ctx);
        ctx.d++;
        return value;
    }
    // Strings
    if (c === 0x22 /* " */ || c === 0x27 /* ' */) {
        return parseString(ctx);
    }
    // Booleans
    // We can fast-path because the first character is enough to know the only possible value
    if (c === 0x74 /* t */) { // Only possible valid value is `true`
        if (ctx.s.charCodeAt(++ctx.p) !== 0x72 || ctx.s.charCodeAt(++ctx.p) !== 0x75 || ctx.s.charCodeAt(++ctx.p) !== 0x65)
            TomlError.x('invalid value', ctx, errPtr);
        return ctx.p++, true;
    }
    if (c === 0x66 /* f */) { // Only possible valid value is `false`
        if (ctx.s.charCodeAt(++ctx.p) !== 0x61 || ctx.s.charCodeAt(++ctx.p) !== 0x6c || ctx.s.charCodeAt(++ctx.p) !== 0x73 || ctx.s.charCodeAt(++ctx.p) !== 0x65)
            TomlError.x('invalid value', ctx, errPtr);
        return ctx.p++, false;
    }
    if (c === 0x2b /* + */ || c === 0x2d /* - */) {
        return parseNumber(ctx, ctx.p, ctx.s.charCodeAt(++ctx.p), 0x2c - c, end);
    }
    // Rough heuristic, but `parseDate` falls back to number parsing if it's a false positive.
    // e.g.: `a = 1\n-------------- = 1` would match this heuristic, but gracefully fallback to numbers.
    if (ctx.s.charCodeAt(ctx.p + 4) === 0x2d /* - */ && ctx.s.charCodeAt(ctx.p + 7) === 0x2d /* - */) {
        return parseDate(ctx, c, end);
    }
    // Same logic as above; `parseTime` falls back to number parsing if it's a false positive.
    if (ctx.s.charCodeAt(ctx.p + 2) === 0x3a /* : */) {
        return parseTime(ctx, c, end);
    }
    return parseNumber(ctx, ctx.p, c, 0, end);
}
// State:
// 0: init
// 1: integer
// 2: fractional dot
// 3: fractional
// 4: exponent letter
// 5: exponent
// 6: exponent sign
// 7: exponent with sign
// >9: underscore; see below
//     -> 12: was integer
//     -> 14: was fractional
//     -> 16: was exponent
// states 2-5, 14, 16 are ONLY permitted iif base === 10
function parseNumber(ctx, startPtr, startChr, sign, endChr) {
    let c = startChr;
    let state = 0;
    let hasUnderscores = false;
    // (+/-)inf
    if (c === 0x69 /* i */) {
        if (ctx.s.charCodeAt(++ctx.p) !== 0x6e || ctx.s.charCodeAt(++ctx.p) !== 0x66)
            TomlError.x('invalid value', ctx, startPtr);
        return ctx.p++, (sign || 1) / 0;
    }
    // (+/-)nan
    if (c === 0x6e /* n */) {
        if (ctx.s.charCodeAt(++ctx.p) !== 0x61 || ctx.s.charCodeAt(++ctx.p) !== 0x6e)
            TomlError.x('invalid value', ctx, startPtr);
        return ctx.p++, NaN;
    }
    // Leading zero
    // Only allowed cases: `0<EOV>`, `0.(...)`, `0e(...)`, `0x(...)`, `0b(...)`, `0o(...)`
    // FWIW, `0e(...)` is a stupid case, but it's not banned per-se so we have to parse it
    if (c === 0x30 /* 0 */) {
        if (++ctx.p >= ctx.s.length || isEndOfValue(c = ctx.s.charCodeAt(ctx.p), endChr))
            return ctx.bi === true ? 0n : 0; // note: conveniently deals with `-0`
        if (!sign) {
            if (c === 0x78 /* x */)
                return parseIntegerBaseN(ctx, startPtr, 16, endChr);
            else if (c === 0x62 /* b */)
                return parseIntegerBaseN(ctx, startPtr, 2, endChr);
            else if (c === 0x6f /* o */)
                return parseIntegerBaseN(ctx, startPtr, 8, endChr);
        }
        if (c === 0x2e /* . */)
            state = 2;
        else if (c === 0x65 /* e */ || c === 0x45 /* E */)
            state = 4;
        else
            TomlError.x('illegal leading zero', ctx, startPtr);
    }
    // If the 1st char is not a digit by now, then it's not a valid TOML value at all
    else if (!isDigit(c))
        TomlError.x('invalid value', ctx, startPtr);
    while (++ctx.p < ctx.s.length && (c = ctx.s.charCodeAt(ctx.p), !isEndOfValue(c, endChr))) {
        if (!state)
            state = 1; // Detects single-digit numbers we can use a fast parse path for
        // The way the states are numbered is not random: underscores are always permitted in odd-numbered states and
        // never permitted in even-numbered ones.
        if (c === 0x5f /* _ */) {
            if (!(state & 1))
                TomlError.x('illegal underscore', ctx);
            state += 11; // 11 is a marker that makes the state even and greater than 9; see the numbering + rationale above
            hasUnderscores = true;
        }
        // Transition to fractional part.
        else if (state === 1 && c === 0x2e /* . */)
            state = 2;
        // Transition to exponent part.
        else if ((state === 1 || state === 3) && (c === 0x65 /* e */ || c === 0x45 /* E */))
            state = 4;
        // + and - are permitted in state 4 only (handled before entering the function for state 0)
        else if (state === 4 && (c === 0x2b /* + */ || c === 0x2d /* - */)) {
            state = 6;
        }
        // All special cases have been handled; only digits are allowed here
        else if (!isDigit(c))
            TomlError.x(`illegal character in numeric literal`, ctx);
        // Clear state flags
        else if (state > 9)
            state -= 11;
        else if (!(state & 1))
            state++;
    }
    // Single-char number; we can fast-path these very easily.
    if (!state) {
        let val = (startChr - 0x30 /* 0 */) * (sign || 1);
        return ctx.bi === true ? BigInt(val) : val;
    }
    // Even-numbered states absolutely require a digit next; not even end of value is permitted
    if (!(state & 1))
        TomlError.x('unfinished numeric value', ctx, startPtr);
    let str = ctx.s.slice(startPtr, ctx.p);
    if (hasUnderscores)
        str = str.replaceAll('_', ''); // perf: replaceAll 1.25x faster than replace with a regex
    return state > 1
        ? parseFloat(str)
        : parseInteger(ctx, str, 10, startPtr);
}
function parseIntegerBaseN(ctx, startPtr, base, endChr) {
    let c, underscore = 1;
    while (++ctx.p < ctx.s.length && (c = ctx.s.charCodeAt(ctx.p), !isEndOfValue(c, endChr))) {
        if (c === 0x5f /* _ */) {
            if (underscore & 1)
                TomlError.x('illegal underscore', ctx);
            underscore = 3;
        }
        // We only need to check if the number is a valid digit, nothing else is permitted
        else if (!isDigit(c, base))
            TomlError.x(`illegal character in numeric literal`, ctx);
        // Clear underscore flag
        else if (underscore & 1)
            underscore--;
    }
    // Trailing underscore is not allowed
    if (underscore & 1)
        TomlError.x('unfinished numeric value', ctx);
    let str = ctx.s.slice(startPtr + 2, ctx.p);
    if (underscore)
        str = str.replaceAll('_', ''); // perf: replaceAll 1.25x faster than replace with a regex
    return parseInteger(ctx, str, base, startPtr);
}
function parseInteger(ctx, str, base, startPtr) {
    if (ctx.bi !== true)
        int: {
            let val = parseInt(str, base);
            if (!Number.isSafeInteger(val)) {
                if (ctx.bi)
                    break int;
                TomlError.x('integer value cannot be represented losslessly', ctx, startPtr);
            }
            return val;
        }
    return base === 10 ? BigInt(str) : BigInt((base === 2 ? '0b' : base === 8 ? '0o' : '0x') + str);
}
function parseDate(ctx, c, endChr) {
    let startPtr = ctx.p++, unsafeSeparator;
    if (!isDigit(c) ||
        !isDigit(ctx.s.charCodeAt(ctx.p++)) ||
        !isDigit(ctx.s.charCodeAt(ctx.p++)) ||
        !isDigit(ctx.s.charCodeAt(ctx.p++))) {
        return parseNumber(ctx, ctx.p = startPtr, c, 0, endChr);
    }
    ctx.p += 5;
    if (!isDigit(ctx.s.charCodeAt(ctx.p++)))
        TomlError.x('invalid date-time: date part is malformed', ctx, startPtr);
    if (ctx.p >= ctx.s.length || (((c = ctx.s.charCodeAt(ctx.p)) !== 0x20 || (unsafeSeparator = true, !isDigit(ctx.s.charCodeAt(ctx.p + 1)))) && c !== 0x54 /* T */ && c !== 0x74 /* t */)) {
        let t = ctx.s.slice(startPtr, ctx.p);
        return readDate(ctx, t, 3, false, startPtr);
    }
    if (ctx.s.charCodeAt(ctx.p += 3) !== 0x3a /* : */)
        TomlError.x('invalid date-time: time part is malformed', ctx, startPtr);
    if (ctx.s.charCodeAt(ctx.p += 3) === 0x3a /* : */)
        ctx.p += 3;
    if (ctx.s.charCodeAt(ctx.p) === 0x2e /* . */)
        while (isDigit(ctx.s.charCodeAt(++ctx.p)))
            ;
    if (c = ctx.s.charCodeAt(ctx.p)) {
        if (c === 0x5a /* Z */ || c === 0x7a /* z */) {
            let t = ctx.s.slice(startPtr, ++ctx.p);
            return readDate(ctx, t, 1, unsafeSeparator, startPtr, '[+00:00]');
        }
        if (c === 0x2b /* + */ || c === 0x2d /* - */) {
            // Temporal's ZonedDateTime is weird asf when it comes to dealing with traditional offsets...
            // It's 1.2x faster to allocate a new string to pass to ZDT than use Instant.toZonedDateTimeISO
            let t = ctx.s.slice(startPtr, ctx.p += 6);
            return readDate(ctx, t, 1, unsafeSeparator, startPtr, !ctx.ld && ('[' + ctx.s.slice(ctx.p - 6, ctx.p) + ']'));
        }
    }
    let t = ctx.s.slice(startPtr, ctx.p);
    return readDate(ctx, t, 2, unsafeSeparator, startPtr);
}
function parseTime(ctx, c, endChr) {
    let start = ctx.p;
    if (!isDigit(c) || !isDigit(ctx.s.charCodeAt(++ctx.p))) {
        return parseNumber(ctx, --ctx.p, c, 0, endChr);
    }
    if (ctx.s.charCodeAt(ctx.p += 4) === 0x3a /* : */)
        ctx.p += 3;
    if (ctx.s.charCodeAt(ctx.p) === 0x2e /* . */)
        while (isDigit(ctx.s.charCodeAt(++ctx.p)))
            ;
    let t = ctx.s.slice(start, ctx.p);
    return readDate(ctx, t, 4, false, start);
}
function readDate(ctx, str, type, unsafeDelim, errPtr, temporalSuffix) {
    if (ctx.ld) {
        let date = new TomlDate(str, type, unsafeDelim);
        if (!date.isValid())
            TomlError.x('invalid date', ctx, errPtr);
        return date;
    }
    try {
        if (temporalSuffix)
            str += temporalSuffix;
        switch (type) {
            case 1: return Temporal.ZonedDateTime.from(str);
            case 2: return Temporal.PlainDateTime.from(str);
            case 3: return Temporal.PlainDate.from(str);
            case 4: return Temporal.PlainTime.from(str);
        }
    }
    catch (e) {
        TomlError.x(e instanceof Error ? e.message : '' + e, ctx, errPtr);
    }
}

;// CONCATENATED MODULE: ./node_modules/smol-toml/dist/util.js
/*!
 * Copyright (c) Squirrel Chat et al., All rights reserved.
 * SPDX-License-Identifier: BSD-3-Clause
 *
 * Redistribution and use in source and binary forms, with or without
 * modification, are permitted provided that the following conditions are met:
 *
 * 1. Redistributions of source code must retain the above copyright notice, this
 *    list of conditions and the following disclaimer.
 * 2. Redistributions in binary form must reproduce the above copyright notice,
 *    this list of conditions and the following disclaimer in the
 *    documentation and/or other materials provided with the distribution.
 * 3. Neither the name of the copyright holder nor the names of its contributors
 *    may be used to endorse or promote products derived from this software without
 *    specific prior written permission.
 *
 * THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS" AND
 * ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE IMPLIED
 * WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE ARE
 * DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDER OR CONTRIBUTORS BE LIABLE
 * FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR CONSEQUENTIAL
 * DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF SUBSTITUTE GOODS OR
 * SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS INTERRUPTION) HOWEVER
 * CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN CONTRACT, STRICT LIABILITY,
 * OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE) ARISING IN ANY WAY OUT OF THE USE
 * OF THIS SOFTWARE, EVEN IF ADVISED OF THE POSSIBILITY OF SUCH DAMAGE.
 */

/** @internal */
function skipComment(ctx) {
    for (; ctx.p < ctx.s.length; ctx.p++) {
        let c = ctx.s.charCodeAt(ctx.p);
        if (c === 0xa /* \n */)
            break;
        if (c === 0xd /* \r */ && ctx.s.charCodeAt(ctx.p + 1) === 0xa /* \n */) {
            ctx.p++;
            break;
        }
        if ((c < 0x20 && c !== 0x9 /* \t */) || c === 0x7f) {
            TomlError.x('control characters are not allowed in comments', ctx);
        }
    }
}
/** @internal */
function skipVoid(ctx, banNewLines, banComments) {
    let c;
    while (ctx.p < ctx.s.length) {
        while (ctx.p < ctx.s.length && ((c = ctx.s.charCodeAt(ctx.p)) === 0x20 ||
            c === 0x9 /* \t */ ||
            (!banNewLines &&
                (c === 0xa /* \n */ || (c === 0xd /* \r */ && ctx.s.charCodeAt(ctx.p + 1) === 0xa /* \n */)))))
            ctx.p++;
        if (banComments || c !== 0x23 /* # */)
            break;
        skipComment(ctx);
    }
}

;// CONCATENATED MODULE: ./node_modules/smol-toml/dist/struct.js
/*!
 * Copyright (c) Squirrel Chat et al., All rights reserved.
 * SPDX-License-Identifier: BSD-3-Clause
 *
 * Redistribution and use in source and binary forms, with or without
 * modification, are permitted provided that the following conditions are met:
 *
 * 1. Redistributions of source code must retain the above copyright notice, this
 *    list of conditions and the following disclaimer.
 * 2. Redistributions in binary form must reproduce the above copyright notice,
 *    this list of conditions and the following disclaimer in the
 *    documentation and/or other materials provided with the distribution.
 * 3. Neither the name of the copyright holder nor the names of its contributors
 *    may be used to endorse or promote products derived from this software without
 *    specific prior written permission.
 *
 * THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS" AND
 * ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE IMPLIED
 * WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE ARE
 * DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDER OR CONTRIBUTORS BE LIABLE
 * FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR CONSEQUENTIAL
 * DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF SUBSTITUTE GOODS OR
 * SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS INTERRUPTION) HOWEVER
 * CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN CONTRACT, STRICT LIABILITY,
 * OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE) ARISING IN ANY WAY OUT OF THE USE
 * OF THIS SOFTWARE, EVEN IF ADVISED OF THE POSSIBILITY OF SUCH DAMAGE.
 */




/** @internal */
function parseKey(ctx, end = 0x3d /* = */) {
    // States:
    // 0: before first char
    // 1: parsing bare key
    // 2: after key component
    let startPtr;
    let state = 0;
    let parsed = [];
    let sliceStart;
    let c = ctx.s.charCodeAt(startPtr = ctx.p);
    do {
        // End of key
        if (c === end) {
            if (!state)
                TomlError.x('unexpected end of key', ctx);
            if (state === 1)
                parsed.push(ctx.s.slice(sliceStart, ctx.p));
            return ctx.p++, parsed;
        }
        // Dotted key separator
        else if (c === 0x2e /* . */) {
            if (!state)
                TomlError.x('illegal empty bare key', ctx);
            if (state === 1)
                parsed.push(ctx.s.slice(sliceStart, ctx.p));
            state = 0;
        }
        // Quoted key
        else if (!state && (c === 0x22 /* " */ || c === 0x27 /* ' */)) {
            if (c === ctx.s.charCodeAt(ctx.p + 1) && c === ctx.s.charCodeAt(ctx.p + 2))
                TomlError.x('illegal quoted key: multiline strings are not allowed', ctx);
            parsed.push(parseString(ctx));
            state = 2;
            ctx.p--;
        }
        // Whitespace; no-op in state 0 and 2, end of bare key in state 1
        else if (c === 0x20 || c === 0x9 /* \t */) {
            if (state === 1) {
                parsed.push(ctx.s.slice(sliceStart, ctx.p));
                state = 2;
            }
        }
        // If state is post-key, no character is allowed; otherwise ensure it's a bare-key component
        else if (state === 2 || (c < 0x30 && c !== 0x2d /* - */) || (c > 0x39 && c < 0x41) || (c > 0x5a && c < 0x61 && c !== 0x5f /* _ */) || c > 0x7a) {
            TomlError.x('illegal character in key', ctx);
        }
        // Illegal character
        else if (!state) {
            state = 1;
            sliceStart = ctx.p;
        }
    } while (c = ctx.s.charCodeAt(++ctx.p));
    TomlError.x('incomplete key-value: cannot find end of key', ctx, startPtr);
}
/** @internal */
function parseInlineTable(ctx) {
    let startPtr = ctx.p++;
    let res = Object.create(null);
    let seen = new Set();
    let c;
    while (ctx.p < ctx.s.length) {
        skipVoid(ctx);
        if ((c = ctx.s.charCodeAt(ctx.p)) === 0x7d /* } */) {
            ctx.p++;
            return res;
        }
        let k;
        let t = res;
        let hasOwn = false;
        let errPtr = ctx.p;
        let key = parseKey(ctx);
        for (let i = 0; i < key.length; i++) {
            if (i)
                t = hasOwn ? t[k] : (t[k] = Object.create(null));
            k = key[i];
            if ((hasOwn = Object.hasOwn(t, k)) && (typeof t[k] !== 'object' || seen.has(t[k]))) {
                TomlError.x('trying to redefine an already defined value', ctx, errPtr);
            }
            let unsafe = k === '__proto__';
            if (ctx.uk && (unsafe || k === 'constructor')) {
                t = ctx.uk !== 1 && TomlError.x('document contains an unsafe property', ctx, errPtr);
                break;
            }
            if (!hasOwn && unsafe) {
                Object.defineProperty(t, k, { enumerable: true, configurable: true, writable: true });
            }
        }
        if (hasOwn) {
            TomlError.x('trying to redefine an already defined value', ctx, errPtr);
        }
        skipVoid(ctx, true, true);
        let value = extractValue(ctx, 0x7d /* } */);
        if (t && typeof (t[k] = value) === 'object')
            seen.add(value);
        skipVoid(ctx);
        if ((c = ctx.s.charCodeAt(ctx.p++)) === 0x7d /* } */) {
            return res;
        }
        if (c !== 0x2c /* , */)
            TomlError.x('expected comma or end of structure', ctx, ctx.p - 1);
    }
    TomlError.x('unfinished table', ctx, startPtr);
}
/** @internal */
function parseArray(ctx) {
    let startPtr = ctx.p++;
    let res = [];
    let c;
    while (ctx.p < ctx.s.length) {
        skipVoid(ctx);
        if ((c = ctx.s.charCodeAt(ctx.p)) === 0x5d /* ] */) {
            ctx.p++;
            return res;
        }
        res.push(extractValue(ctx, 0x5d /* ] */));
        skipVoid(ctx);
        if ((c = ctx.s.charCodeAt(ctx.p++)) === 0x5d /* ] */) {
            return res;
        }
        if (c !== 0x2c /* , */)
            TomlError.x('expected comma or end of structure', ctx, ctx.p - 1);
    }
    TomlError.x('unfinished array', ctx, startPtr);
}

;// CONCATENATED MODULE: ./node_modules/smol-toml/dist/parse.js
/*!
 * Copyright (c) Squirrel Chat et al., All rights reserved.
 * SPDX-License-Identifier: BSD-3-Clause
 *
 * Redistribution and use in source and binary forms, with or without
 * modification, are permitted provided that the following conditions are met:
 *
 * 1. Redistributions of source code must retain the above copyright notice, this
 *    list of conditions and the following disclaimer.
 * 2. Redistributions in binary form must reproduce the above copyright notice,
 *    this list of conditions and the following disclaimer in the
 *    documentation and/or other materials provided with the distribution.
 * 3. Neither the name of the copyright holder nor the names of its contributors
 *    may be used to endorse or promote products derived from this software without
 *    specific prior written permission.
 *
 * THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS" AND
 * ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE IMPLIED
 * WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE ARE
 * DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDER OR CONTRIBUTORS BE LIABLE
 * FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR CONSEQUENTIAL
 * DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF SUBSTITUTE GOODS OR
 * SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS INTERRUPTION) HOWEVER
 * CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN CONTRACT, STRICT LIABILITY,
 * OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE) ARISING IN ANY WAY OUT OF THE USE
 * OF THIS SOFTWARE, EVEN IF ADVISED OF THE POSSIBILITY OF SUCH DAMAGE.
 */




function peekTable(ctx, key, table, meta, type) {
    let t = table;
    let m = meta;
    let k;
    let hasOwn = false;
    let state;
    for (let i = 0; i < key.length; i++) {
        if (i) {
            t = hasOwn ? t[k] : (t[k] = Object.create(null));
            m = (state = m[k]).c;
            if (type === 0 /* Type.DOTTED */ && (state.t === 1 /* Type.EXPLICIT */ || state.t === 2 /* Type.ARRAY */)) {
                return null;
            }
            if (state.t === 2 /* Type.ARRAY */) {
                let l = t.length - 1;
                t = t[l];
                m = m[l].c;
            }
        }
        k = key[i];
        if ((hasOwn = Object.hasOwn(t, k)) && m[k]?.t === 0 /* Type.DOTTED */ && m[k]?.d) {
            return null;
        }
        if (!hasOwn) {
            let unsafe = k === '__proto__';
            if (ctx.uk && (unsafe || k === 'constructor'))
                return false;
            if (unsafe) {
                Object.defineProperty(t, k, { enumerable: true, configurable: true, writable: true });
                Object.defineProperty(m, k, { enumerable: true, configurable: true, writable: true });
            }
            m[k] = {
                t: i < key.length - 1 && type === 2 /* Type.ARRAY */
                    ? 3 /* Type.ARRAY_DOTTED */ : type,
                d: false,
                i: 0,
                c: Object.create(null),
            };
        }
    }
    state = m[k];
    if (state.t !== type && !(type === 1 /* Type.EXPLICIT */ && state.t === 3 /* Type.ARRAY_DOTTED */)) {
        // Bad key type!
        return null;
    }
    if (type === 2 /* Type.ARRAY */) {
        if (!state.d) {
            state.d = true;
            t[k] = [];
        }
        t[k].push(t = Object.create(null));
        state.c[state.i++] = (state = { t: 1 /* Type.EXPLICIT */, d: false, i: 0, c: Object.create(null) });
    }
    if (state.d) {
        // Redefining a table!
        return null;
    }
    state.d = true;
    if (type === 1 /* Type.EXPLICIT */) {
        t = hasOwn ? t[k] : (t[k] = Object.create(null));
    }
    else if (type === 0 /* Type.DOTTED */ && hasOwn) {
        return null;
    }
    return [k, t, state.c];
}
function validateTablePeek(ctx, peek, ptr) {
    if (peek === null || ctx.uk === 2)
        TomlError.x(peek === null
            ? 'trying to redefine an already defined table or value'
            : 'document contains an unsafe property', ctx, ptr);
}
function parse_parse(toml, options = {}) {
    let ctx = {
        s: toml,
        p: 0,
        d: options.maxDepth ?? 1000,
        bi: options.integersAsBigInt ?? false,
        ld: options.useLegacyDate ?? true,
        uk: options.unsafeKeyBehaviour === 'throw' ? 2 : options.unsafeKeyBehaviour === 'drop' ? 1 : 0,
    };
    let res = Object.create(null);
    let meta = Object.create(null);
    let tmp;
    let skipping = false;
    let tbl = res;
    let m = meta;
    // BOM is allowed, skip.
    // JS is UTF-16, so we have to check for the UTF-16 BOM instead of the UTF-8 BOM sequence!
    if (toml.charCodeAt(0) === 0xfeff)
        ctx.p++;
    skipVoid(ctx);
    while (ctx.p < toml.length) {
        if (toml.charCodeAt(ctx.p) === 0x5b /* [ */) {
            let isTableArray = toml.charCodeAt(++ctx.p) === 0x5b; /* [ */
            tmp = ctx.p += +isTableArray;
            skipping = false;
            let k = parseKey(ctx, 0x5d /* ] */);
            if (isTableArray) {
                if (toml.charCodeAt(ctx.p) !== 0x5d /* ] */) {
                    TomlError.x('expected end of table array declaration', ctx);
                }
                ctx.p++;
            }
            let p = peekTable(ctx, k, res, meta, isTableArray ? 2 /* Type.ARRAY */ : 1 /* Type.EXPLICIT */);
            if (!p) {
                validateTablePeek(ctx, p, tmp);
                skipping = true;
            }
            else {
                m = p[2];
                tbl = p[1];
            }
        }
        else {
            tmp = ctx.p;
            let k = parseKey(ctx);
            let p = peekTable(ctx, k, tbl, m, 0 /* Type.DOTTED */);
            if (!p && !skipping)
                validateTablePeek(ctx, p, tmp);
            skipVoid(ctx, true, true);
            let v = extractValue(ctx, void 0);
            if (p && !skipping)
                p[1][p[0]] = v;
        }
        skipVoid(ctx, true);
        if (ctx.p < toml.length && (tmp = toml.charCodeAt(ctx.p)) !== 0xa /* \n */ && (tmp !== 0xd /* \r */ || toml.charCodeAt(ctx.p + 1) !== 0xa /* \n */)) {
            TomlError.x('each key-value declaration must be followed by an end-of-line', ctx);
        }
        skipVoid(ctx);
    }
    return res;
}

;// CONCATENATED MODULE: ./node_modules/smol-toml/dist/stringify.js
/*!
 * Copyright (c) Squirrel Chat et al., All rights reserved.
 * SPDX-License-Identifier: BSD-3-Clause
 *
 * Redistribution and use in source and binary forms, with or without
 * modification, are permitted provided that the following conditions are met:
 *
 * 1. Redistributions of source code must retain the above copyright notice, this
 *    list of conditions and the following disclaimer.
 * 2. Redistributions in binary form must reproduce the above copyright notice,
 *    this list of conditions and the following disclaimer in the
 *    documentation and/or other materials provided with the distribution.
 * 3. Neither the name of the copyright holder nor the names of its contributors
 *    may be used to endorse or promote products derived from this software without
 *    specific prior written permission.
 *
 * THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS" AND
 * ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE IMPLIED
 * WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE ARE
 * DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDER OR CONTRIBUTORS BE LIABLE
 * FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR CONSEQUENTIAL
 * DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF SUBSTITUTE GOODS OR
 * SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS INTERRUPTION) HOWEVER
 * CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN CONTRACT, STRICT LIABILITY,
 * OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE) ARISING IN ANY WAY OUT OF THE USE
 * OF THIS SOFTWARE, EVEN IF ADVISED OF THE POSSIBILITY OF SUCH DAMAGE.
 */
let BARE_KEY = /^[a-z0-9-_]+$/i;
let HAS_WELLFORMED = !!(''.isWellFormed);
function extendedTypeOf(obj) {
    let type = typeof obj;
    if (type === 'object') {
        if (Array.isArray(obj))
            return 'array';
        if (typeof obj.getUTCDate === 'function' && obj instanceof Date)
            return 'date';
        if (globalThis.Temporal) {
            if (obj.until) {
                if (obj instanceof Temporal.ZonedDateTime)
                    return 'temporal/tz+uc';
                if (obj instanceof Temporal.PlainDateTime || obj instanceof Temporal.PlainDate)
                    return 'temporal/uc';
                if (obj instanceof Temporal.PlainTime || obj instanceof Temporal.Instant)
                    return 'temporal';
                if (obj instanceof Temporal.PlainYearMonth)
                    return 'temporal/x';
            }
            else if ((obj.toPlainDate && obj instanceof Temporal.PlainMonthDay) ||
                (obj.negated && obj instanceof Temporal.Duration)) {
                return 'temporal/x';
            }
        }
    }
    return type;
}
function isArrayOfTables(obj) {
    for (let i = 0; i < obj.length; i++) {
        if (extendedTypeOf(obj[i]) !== 'object')
            return false;
    }
    return obj.length != 0;
}
function formatWellFormedStringUnchecked(s) {
    return JSON.stringify(s).replaceAll('\x7f', '\\u007f');
}
function formatString(s) {
    return formatWellFormedStringUnchecked(HAS_WELLFORMED ? s.toWellFormed() : s);
}
function formatKey(s) {
    if (BARE_KEY.test(s))
        return s;
    if (HAS_WELLFORMED && !s.isWellFormed())
        throw new RangeError('key contains illegal lone surrogates');
    return formatWellFormedStringUnchecked(s);
}
function stringifyValue(val, type, depth, numberAsFloat, strictTemporal) {
    if (depth === 0) {
        throw new Error('Could not stringify the object: maximum object depth exceeded');
    }
    switch (type) {
        // @ts-expect-error -- intentional fallthrough case
        case 'number':
            if (isNaN(val))
                return 'nan';
            if (val === Infinity)
                return 'inf';
            if (val === -Infinity)
                return '-inf';
            if (Number.isInteger(val) && (numberAsFloat || !Number.isSafeInteger(val)))
                return val.toFixed(1);
        case 'bigint':
        case 'boolean':
        case 'temporal':
            return val.toString();
        case 'string':
            return formatString(val);
        case 'date':
            if (isNaN(val.getTime()))
                throw new TypeError('cannot serialize invalid date');
            return val.toISOString();
        case 'object':
            return stringifyInlineTable(val, depth, numberAsFloat, strictTemporal);
        case 'array':
            return stringifyArray(val, depth, numberAsFloat, strictTemporal);
        // @ts-expect-error -- intentional fallthrough case
        case 'temporal/tz+uc':
            if (strictTemporal) {
                let tz = val.timeZoneId;
                let tzc = tz.charCodeAt(0);
                if (
                // Classic offset
                tzc !== 0x2b /* + */ && tzc !== 0x2d /* - */ &&
                    (
                    // Fast pre-check pass; see below for the actually accepted values
                    (tzc !== 0x55 /* U */ && tzc !== 0x47 /* G */ && tzc !== 0x5a /* Z */ && tzc !== 0x45 /* E */) ||
                        (
                        // UTC and its aliases; Temporal implementations don't all canonicalise unfortunately
                        tz !== 'UTC' && tz !== 'UCT' && tz !== 'Universal' && tz !== 'Zulu' &&
                            // GMT is a TZ but it's for all intents and purposes equivalent to UTC. Safe to downgrade.
                            !tz.startsWith('GMT') && tz !== 'Greenwich' &&
                            // Etc/* are all safe to downgrade to offset (either UTC, GMT, or offset)
                            !tz.startsWith('Etc/')))) {
                    throw new TypeError('Temporal objects with an IANA timezone are not allowed in Temporal strict mode');
                }
            }
        case 'temporal/uc':
            if (strictTemporal && val.calendarId !== 'iso8601')
                throw new TypeError('Temporal objects with a non-default calendar are not allowed in Temporal strict mode');
            return val.toString({
                calendarName: 'never',
                timeZoneName: 'never',
            });
        case 'temporal/x':
            throw new TypeError('Unsupported ' + val[Symbol.toStringTag]);
    }
}
function stringifyInlineTable(obj, depth, numberAsFloat, strictTemporal) {
    let keys = Object.keys(obj);
    if (keys.length === 0)
        return '{}';
    let res = '{ ';
    for (let i = 0; i < keys.length; i++) {
        let k = keys[i];
        if (i)
            res += ', ';
        res += formatKey(k) + ' = ' + stringifyValue(obj[k], extendedTypeOf(obj[k]), depth - 1, numberAsFloat, strictTemporal);
    }
    return res + ' }';
}
function stringifyArray(array, depth, numberAsFloat, strictTemporal) {
    if (array.length === 0)
        return '[]';
    let res = '[ ';
    for (let i = 0; i < array.length; i++) {
        if (i)
            res += ', ';
        if (array[i] === null || array[i] === void 0) {
            throw new TypeError('arrays cannot contain null or undefined values');
        }
        res += stringifyValue(array[i], extendedTypeOf(array[i]), depth - 1, numberAsFloat, strictTemporal);
    }
    return res + ' ]';
}
function stringifyArrayTable(array, key, depth, numberAsFloat, strictTemporal) {
    if (depth === 0) {
        throw new Error('Could not stringify the object: maximum object depth exceeded');
    }
    let res = '';
    for (let i = 0; i < array.length; i++) {
        res += `${res && '\n'}[[${key}]]\n`;
        res += stringifyTable(0, array[i], key, depth, numberAsFloat, strictTemporal);
    }
    return res;
}
function stringifyTable(tableKey, obj, prefix, depth, numberAsFloat, strictTemporal) {
    if (depth === 0) {
        throw new Error('Could not stringify the object: maximum object depth exceeded');
    }
    let preamble = '';
    let tables = '';
    let keys = Object.keys(obj);
    for (let i = 0; i < keys.length; i++) {
        let k = keys[i];
        if (obj[k] !== null && obj[k] !== void 0) {
            let type = extendedTypeOf(obj[k]);
            if (type === 'symbol' || type === 'function') {
                throw new TypeError(`cannot serialize values of type '${type}'`);
            }
            let key = formatKey(k);
            if (type === 'array' && isArrayOfTables(obj[k])) {
                tables += (tables && '\n') + stringifyArrayTable(obj[k], prefix ? `${prefix}.${key}` : key, depth - 1, numberAsFloat, strictTemporal);
            }
            else if (type === 'object') {
                let tblKey = prefix ? `${prefix}.${key}` : key;
                tables += (tables && '\n') + stringifyTable(tblKey, obj[k], tblKey, depth - 1, numberAsFloat, strictTemporal);
            }
            else {
                preamble += key;
                preamble += ' = ';
                preamble += stringifyValue(obj[k], type, depth, numberAsFloat, strictTemporal);
                preamble += '\n';
            }
        }
    }
    if (tableKey && (preamble || !tables)) // Create table only if necessary
        preamble = preamble ? `[${tableKey}]\n${preamble}` : `[${tableKey}]`;
    return preamble && tables
        ? `${preamble}\n${tables}`
        : preamble || tables;
}
function stringify_stringify(obj, { maxDepth = 1000, numbersAsFloat = false, strictTemporal = false } = {}) {
    if (extendedTypeOf(obj) !== 'object') {
        throw new TypeError('stringify can only be called with an object');
    }
    let str = stringifyTable(0, obj, '', maxDepth, numbersAsFloat, strictTemporal);
    if (str[str.length - 1] !== '\n')
        return str + '\n';
    return str;
}

;// CONCATENATED MODULE: ./node_modules/smol-toml/dist/index.js
/*!
 * Copyright (c) Squirrel Chat et al., All rights reserved.
 * SPDX-License-Identifier: BSD-3-Clause
 *
 * Redistribution and use in source and binary forms, with or without
 * modification, are permitted provided that the following conditions are met:
 *
 * 1. Redistributions of source code must retain the above copyright notice, this
 *    list of conditions and the following disclaimer.
 * 2. Redistributions in binary form must reproduce the above copyright notice,
 *    this list of conditions and the following disclaimer in the
 *    documentation and/or other materials provided with the distribution.
 * 3. Neither the name of the copyright holder nor the names of its contributors
 *    may be used to endorse or promote products derived from this software without
 *    specific prior written permission.
 *
 * THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS" AND
 * ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE IMPLIED
 * WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE ARE
 * DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDER OR CONTRIBUTORS BE LIABLE
 * FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR CONSEQUENTIAL
 * DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF SUBSTITUTE GOODS OR
 * SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS INTERRUPTION) HOWEVER
 * CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN CONTRACT, STRICT LIABILITY,
 * OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE) ARISING IN ANY WAY OUT OF THE USE
 * OF THIS SOFTWARE, EVEN IF ADVISED OF THE POSSIBILITY OF SUCH DAMAGE.
 */





/** @deprecated use `import * as ... from 'smol-toml'` instead */
/* harmony default export */ const dist = ({ parse: parse_parse, stringify: stringify_stringify, TomlDate: TomlDate, TomlError: TomlError });

;// CONCATENATED MODULE: ./build/python/toml.js


function readToml(file, content) {
    try {
        return parse_parse(content);
    }
    catch (error) {
        if (!(error instanceof TomlError))
            throw error;
        const reason = error.message.split("\n")[0] ?? "";
        const merged = /^(?:<{7}|={7}|>{7})/m.test(content);
        throw new Problem({ file, line: error.line }, `the file is not valid TOML (${reason.replace(/^Invalid TOML document: /, "")})`, merged
            ? "It holds the marks of a merge conflict: resolve it"
            : "Correct the line, or make the file anew with the tool that writes it");
    }
}
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

;// CONCATENATED MODULE: ./build/python/project.js



const PROJECT_FILES = ["pyproject.toml", "poetry.lock", "poetry.toml", "uv.lock", "uv.toml"];
function isProjectFile(name) {
    return PROJECT_FILES.includes(name) || isRequirements(name);
}
function isRequirements(name) {
    return /^requirements[\w.-]*\.txt$/i.test(name);
}
function readProject(folder, names, files) {
    const toml = (name) => {
        const content = files.get(name);
        return content === undefined ? undefined : readToml(name, content);
    };
    const writer = /^# .*\bgenerated by Poetry (\S+)/.exec(files.get("poetry.lock") ?? "")?.[1];
    return {
        folder,
        names,
        ...defined({
            pyproject: toml("pyproject.toml"),
            poetryLock: toml("poetry.lock"),
            poetryToml: toml("poetry.toml"),
            uvLock: toml("uv.lock"),
            uvToml: toml("uv.toml"),
            poetryLockWriter: writer,
        }),
        requirements: new Map([...files].filter(([name]) => isRequirements(name))),
    };
}
function standardGitUrls(project) {
    const groups = [at(project.pyproject, "project", "optional-dependencies"), at(project.pyproject, "dependency-groups")];
    const requirements = [
        ...strings(at(project.pyproject, "project").dependencies),
        ...groups.flatMap((group) => Object.values(group).flatMap(strings)),
    ];
    return requirements.flatMap((requirement) => gitReference(requirement)?.url ?? []);
}

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
async function withoutCommands(title, body) {
    const { randomUUID } = await Promise.resolve(/* import() */).then(__nccwpck_require__.t.bind(__nccwpck_require__, 598, 19));
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
function setEntry(file, name, value) {
    if (file === undefined || file === "")
        return;
    const delimiter = delimiterFor(value);
    (0,external_node_fs_namespaceObject.appendFileSync)(file, `${name}<<${delimiter}\n${value}\n${delimiter}\n`);
}
function delimiterFor(value) {
    let delimiter = "ghadelimiter";
    while (value.includes(delimiter))
        delimiter += "_";
    return delimiter;
}
function addPath(file, folder) {
    if (file !== undefined && file !== "")
        (0,external_node_fs_namespaceObject.appendFileSync)(file, `${folder}\n`);
}
function escapedData(value) {
    return value.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}
function escapedProperty(value) {
    return escapedData(value).replaceAll(":", "%3A").replaceAll(",", "%2C");
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

;// CONCATENATED MODULE: external "node:os"
const external_node_os_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:os");
;// CONCATENATED MODULE: ./build/core/path.js
function path_slashed(path) {
    return /^[A-Za-z]:[\\/]|^\\\\/.test(path) ? path.replaceAll("\\", "/") : path;
}
function isAbsolute(path) {
    return /^(?:\/|[A-Za-z]:[\\/]|\\\\)/.test(path);
}
function join(...parts) {
    let whole = "";
    for (const part of parts) {
        const next = path_slashed(part);
        if (next === "" || next === ".")
            continue;
        whole = whole === "" || isAbsolute(next) ? next : `${whole.replace(/\/+$/, "")}/${next}`;
    }
    return whole.length > 1 ? whole.replace(/\/+$/, "") : whole;
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
        workspace: path_slashed(filled(variables.GITHUB_WORKSPACE) ?? process.cwd()),
        ...(netrc === undefined ? {} : { netrc }),
        ...(withoutSecrets === undefined ? {} : { withoutSecrets }),
    };
}
function randomName() {
    return Array.from({ length: 16 }, () => Math.floor(Math.random() * 16).toString(16)).join("");
}
function tempFolder(variables) {
    const folder = path_slashed(filled(variables.RUNNER_TEMP) ?? (0,external_node_os_namespaceObject.tmpdir)());
    if ((0,external_node_fs_namespaceObject.existsSync)(folder))
        return folder;
    throw new Problem({}, `the folder ${folder} of RUNNER_TEMP does not exist`, "Run this action in a job of a workflow, or set RUNNER_TEMP to a folder");
}
function filled(value) {
    return value === undefined || value === "" ? undefined : value;
}
function netrcFile(variables, windows) {
    const home = filled(variables.HOME) ?? filled(variables.USERPROFILE) ?? (0,external_node_os_namespaceObject.homedir)();
    const candidates = filled(variables.NETRC) === undefined ? [join(home, ".netrc"), ...(windows ? [join(home, "_netrc")] : [])] : [variables.NETRC ?? ""];
    return candidates.find((path) => canRead(path));
}
function canRead(path) {
    try {
        (0,external_node_fs_namespaceObject.readFileSync)(path);
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
        return JSON.parse((0,external_node_fs_namespaceObject.readFileSync)(path ?? "", "utf8"));
    }
    catch {
        return {};
    }
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
        throw new Problem(where, `the value has ${value.length} characters; ${LONGEST_LINE} is the most`, "Check what was pasted");
    }
    const bad = UNPRINTABLE.exec(value);
    if (bad === null)
        return;
    const code = bad[0].charCodeAt(0);
    const name = code === 10 || code === 13 ? "a line break" : `an invisible character (U+${hex(code)})`;
    throw new Problem(where, `the value contains ${name}`, "Paste the value again as plain text, on one line");
}
function read_boolean(input, value) {
    if (/^(true|True|TRUE)$/.test(value))
        return true;
    if (/^(false|False|FALSE)$/.test(value))
        return false;
    throw new Problem({ input }, `${quoted(value)} is neither true nor false`, `Write \`${input}: true\` or \`false\``);
}
function choice(input, value, known) {
    const found = known.find((one) => one === value);
    if (found !== undefined)
        return found;
    const near = known.find((one) => one === value.toLowerCase());
    const fix = near === undefined ? `Use one of: ${known.join(", ")}` : `Write \`${near}\``;
    throw new Problem({ input }, `${quoted(value)} is not known`, fix);
}
function quoted(value) {
    const clean = value.replace(new RegExp(UNPRINTABLE, "g"), "\ufffd");
    return clean.length > 80 ? `"${clean.slice(0, 77)}…"` : `"${clean}"`;
}
function words(input, value) {
    const found = [];
    let rest = value.trim();
    while (rest !== "") {
        const word = /^(?:[^\s'"\\]|'[^']*'|"(?:[^"\\]|\\[\s\S])*"|\\[\s\S])+/.exec(rest)?.[0];
        const after = word === undefined ? rest : rest.slice(word.length);
        if (word === undefined || (after !== "" && !/^\s/.test(after))) {
            throw new Problem({ input }, "a quote is not closed", "Close it, or escape it with a backslash");
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
    const folder = join(workspace, workingDirectory);
    refuseOtherThanFolder(folder, workingDirectory);
    const names = new Set((0,external_node_fs_namespaceObject.readdirSync)(folder));
    const files = new Map();
    for (const name of [...names].filter(counts).sort()) {
        const content = readText(join(folder, name), name);
        if (content !== undefined)
            files.set(name, content);
    }
    return { folder, names, files };
}
function refuseOtherThanFolder(folder, workingDirectory) {
    const where = { input: "working-directory" };
    const stat = (0,external_node_fs_namespaceObject.statSync)(folder, { throwIfNoEntry: false });
    if (stat === undefined) {
        throw new Problem(where, `the folder ${quoted(workingDirectory)} does not exist in the workspace`, "Correct the path, or check out the repository before this step");
    }
    if (!stat.isDirectory())
        throw new Problem(where, `${quoted(workingDirectory)} is a file`, "Name the folder of the project");
}
function readText(path, name) {
    const stat = (0,external_node_fs_namespaceObject.statSync)(path, { throwIfNoEntry: false });
    if (stat === undefined || !stat.isFile())
        return undefined;
    if (stat.size > LARGEST_FILE) {
        throw new Problem({ file: name }, `the file has ${Math.round(stat.size / 1024 / 1024)} MB, which no file of a project has`, "Check what was committed");
    }
    return (0,external_node_fs_namespaceObject.readFileSync)(path, "utf8").replace(/^\ufeff/, "");
}

;// CONCATENATED MODULE: external "node:child_process"
const external_node_child_process_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:child_process");
;// CONCATENATED MODULE: external "node:path"
const external_node_path_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:path");
;// CONCATENATED MODULE: ./build/runner/survey-tools.js




function surveyGit(variables) {
    const git = findProgram("git", variables);
    const version = git === undefined ? undefined : /git version (\d+(?:\.\d+)*)/.exec(ask([git, "--version"], variables))?.[1];
    return version === undefined ? {} : { version };
}
function surveyTools(variables, tool, environment) {
    const { python, tried } = surveyPython(variables);
    const uv = findProgram("uv", variables);
    const path = tool === "uv" ? uv : tool === undefined ? undefined : findProgram(tool, variables);
    const version = path === undefined ? undefined : /\d+(?:\.\d+)+\S*/.exec(ask([path, "--version"], variables))?.[0]?.replace(/[),]+$/, "");
    const there = environment === undefined ? undefined : surveyEnvironment(environment);
    return {
        pythonTried: tried,
        shell: findProgram("bash", variables) ?? findProgram("sh", variables) ?? "sh",
        ...(python === undefined ? {} : { python }),
        ...(uv === undefined ? {} : { uv }),
        ...(path === undefined || version === undefined ? {} : { found: { path, version } }),
        ...(there === undefined ? {} : { environment: there }),
    };
}
const PROBE = `import importlib.util as u, json, os, sys
base = getattr(sys, "_base_executable", None) or sys.executable
print(json.dumps({"path": base if os.path.exists(base) else sys.executable, "version": "%d.%d.%d" % sys.version_info[:3], "hasPip": u.find_spec("pip") is not None}))`;
function surveyPython(variables) {
    const location = variables.pythonLocation;
    const set = location === undefined || location === ""
        ? []
        : [join(location, "bin/python"), join(location, "python.exe")].filter((path) => (0,external_node_fs_namespaceObject.existsSync)(path));
    const onPath = ["python", "python3"].flatMap((name) => findProgram(name, variables) ?? []);
    const tried = [...set, ...onPath];
    for (const candidate of tried) {
        try {
            const python = JSON.parse(ask([candidate, "-I", "-c", PROBE], variables));
            if (/^3\.\d+\.\d+$/.test(python.version))
                return { python: { ...python, path: path_slashed(python.path) }, tried };
        }
        catch {
        }
    }
    return { tried };
}
function surveyEnvironment(folder) {
    let config;
    try {
        config = (0,external_node_fs_namespaceObject.readFileSync)(join(folder, "pyvenv.cfg"), "utf8");
    }
    catch {
        return (0,external_node_fs_namespaceObject.existsSync)(folder) ? { folder, works: false } : undefined;
    }
    const version = /^version(?:_info)?\s*=\s*(\d+\.\d+\.\d+)/m.exec(config)?.[1];
    const works = (0,external_node_fs_namespaceObject.existsSync)(join(folder, "bin/python")) || (0,external_node_fs_namespaceObject.existsSync)(join(folder, "Scripts/python.exe"));
    return { folder, works, ...(version === undefined ? {} : { version }) };
}
function installedVersion(environment, name) {
    const folders = [join(environment, "Lib/site-packages"), ...libFolders(environment), environment];
    for (const folder of folders.filter((one) => (0,external_node_fs_namespaceObject.existsSync)(one))) {
        const found = (0,external_node_fs_namespaceObject.readdirSync)(folder).find((entry) => entry.toLowerCase().startsWith(`${name}-`) && entry.endsWith(".dist-info"));
        if (found !== undefined)
            return found.slice(name.length + 1, -".dist-info".length);
    }
    return undefined;
}
function libFolders(environment) {
    const lib = join(environment, "lib");
    if (!(0,external_node_fs_namespaceObject.existsSync)(lib))
        return [];
    return (0,external_node_fs_namespaceObject.readdirSync)(lib)
        .filter((name) => name.startsWith("python"))
        .map((name) => join(lib, name, "site-packages"));
}
function findProgram(name, variables) {
    const path = Object.entries(variables).find(([key]) => key.toUpperCase() === "PATH")?.[1] ?? "";
    const endings = process.platform === "win32" ? [".exe", ".cmd", ".bat"] : [""];
    const candidates = path
        .split(external_node_path_namespaceObject.delimiter)
        .filter((folder) => folder !== "")
        .flatMap((folder) => endings.map((ending) => join(folder, name + ending)));
    return candidates.find((candidate) => mayRun(candidate));
}
function mayRun(path) {
    try {
        (0,external_node_fs_namespaceObject.accessSync)(path, external_node_fs_namespaceObject.constants.X_OK);
        return (0,external_node_fs_namespaceObject.statSync)(path).isFile();
    }
    catch {
        return false;
    }
}
function ask(argv, variables, folder) {
    const [program = "", ...args] = argv;
    const env = Object.fromEntries(Object.entries(variables).filter(([name]) => !/^INPUT_|^STATE_/i.test(name)));
    const result = (0,external_node_child_process_namespaceObject.spawnSync)(program, args, {
        env,
        encoding: "utf8",
        timeout: 10_000,
        windowsHide: true,
        stdio: ["ignore", "pipe", "ignore"],
        ...(folder === undefined ? {} : { cwd: folder }),
    });
    return result.status === 0 ? result.stdout : "";
}

;// CONCATENATED MODULE: ./build/core/vault.js
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

;// CONCATENATED MODULE: ./build/core/secret.js

class Secret {
    label;
    constructor(label, value) {
        this.label = label;
        keep(this, value);
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
function secret_text(strings, ...values) {
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
    return sameValue(a, b);
}

;// CONCATENATED MODULE: ./build/tools/pip.js





const NAMES_TARGET = /^(?:-r|-e|--requirement|--editable|--group)(?:=|$)|^-[re]\S/;
const pip = {
    name: "pip",
    label: "pip",
    claims: (project) => project.requirements.size > 0 || project.names.has("pyproject.toml") || project.names.has("setup.py"),
    asks: () => undefined,
    gitUrls: (project) => [
        ...[...project.requirements.values()].flatMap((content) => gitRequirements(content).map(({ url }) => url)),
        ...standardGitUrls(project),
    ],
    indexes: () => undefined,
    normalise: (index) => index,
    indexVariables: ({ url, isDefault }) => [
        isDefault ? { name: "PIP_INDEX_URL", value: secret_text `${url}` } : { name: "PIP_EXTRA_INDEX_URL", value: secret_text `${url}`, joined: " " },
    ],
    headerCache: "PIP_CACHE_DIR",
    gitVariables: () => [],
    wantsEnvironment: () => true,
    environment: (project) => ({ folder: join(project.folder, ".venv") }),
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
        throw new Problem({ input: "install-args" }, `several requirements files were found (${[only, ...others].join(", ")}), and none is requirements.txt`, `Say which: \`install-args: -r ${only}\``);
    }
    if (names.has("pyproject.toml") || names.has("setup.py"))
        return ["-e", "."];
    throw new Problem({ input: "tool" }, "pip has nothing to install: no requirements*.txt, pyproject.toml or setup.py was found", "Set `working-directory`, `install-command`, or `install: false`");
}

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










;// CONCATENATED MODULE: ./build/python/versions.js



function readSpecifier(where, value) {
    const plain = value.replace(/^v(?=\d)/, "");
    if (/^\d+(?:\.\d+)?$/.test(plain))
        return `==${plain}.*`;
    if (valid(plain))
        return `==${plain}`;
    const specifier = value.replaceAll(" ", "");
    if (validRange(specifier))
        return specifier;
    throw new Problem(where, `${quoted(value)} is neither a version nor a PEP 440 specifier`, "Write for example `1.8.5`, `1.8` or `>=1.8,<3`");
}
function compatible(version) {
    return /^\d+\.\d+\.\d+$/.test(version) ? `~=${version}` : undefined;
}
function matches(version, specifier) {
    return specifier === undefined || satisfies(version, specifier);
}

;// CONCATENATED MODULE: ./build/tools/poetry.js







const poetry = {
    name: "poetry",
    label: "Poetry",
    lockfile: "poetry.lock",
    claims: ({ pyproject }) => "poetry" in at(pyproject, "tool") || /^poetry\./.test(string(at(pyproject, "build-system")["build-backend"]) ?? ""),
    asks,
    gitUrls: (project) => [...lockedGitUrls(project), ...declaredGitUrls(project), ...standardGitUrls(project)],
    indexes: sources,
    normalise: poetryVariablePart,
    indexVariables,
    headerCache: "POETRY_CACHE_DIR",
    gitVariables: (urls) => [
        ...urls
            .filter(({ url }) => url.protocol !== "ssh")
            .flatMap(({ url, user, password, id }) => [
            { name: `POETRY_REPOSITORIES_${id}_URL`, value: secret_text `${url.text}` },
            { name: `POETRY_HTTP_BASIC_${id}_USERNAME`, value: secret_text `${user}` },
            { name: `POETRY_HTTP_BASIC_${id}_PASSWORD`, value: secret_text `${password}` },
        ]),
        ...(urls.some(({ url }) => url.protocol === "ssh") ? SYSTEM_GIT : []),
    ],
    wantsEnvironment: () => false,
    environment,
    settings: ({ project, variables, python, folder }) => [
        ...(decidesItself(project, variables)
            ? ownPlace(project, variables, folder)
            : [{ name: "POETRY_VIRTUALENVS_IN_PROJECT", value: secret_text `true` }]),
        ...(python === undefined ? [] : ACTIVE_PYTHON.filter(({ name }) => variables[name] === undefined)),
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
    value: secret_text `true`,
}));
const ACTIVE_PYTHON = [
    { name: "POETRY_VIRTUALENVS_PREFER_ACTIVE_PYTHON", value: secret_text `true` },
    { name: "POETRY_VIRTUALENVS_USE_POETRY_PYTHON", value: secret_text `false` },
];
function asks(project) {
    const required = string(at(project.pyproject, "tool", "poetry")["requires-poetry"]);
    if (required !== undefined) {
        return { specifier: readSpecifier({ file: "pyproject.toml" }, required), file: "pyproject.toml" };
    }
    const specifier = project.poetryLockWriter === undefined ? undefined : compatible(project.poetryLockWriter);
    return specifier === undefined ? undefined : { specifier, file: "poetry.lock" };
}
function lockedGitUrls(project) {
    return list(project.poetryLock?.package).flatMap((one) => {
        const source = at(table(one), "source");
        return source.type === "git" ? (readGitUrl(string(source.url) ?? "") ?? []) : [];
    });
}
function declaredGitUrls(project) {
    const root = at(project.pyproject, "tool", "poetry");
    const groups = Object.values(at(root, "group")).map((group) => at(table(group), "dependencies"));
    return [at(root, "dependencies"), at(root, "dev-dependencies"), ...groups]
        .flatMap((dependencies) => Object.values(dependencies))
        .flatMap((one) => (Array.isArray(one) ? one : [one]))
        .flatMap((one) => readGitUrl(string(table(one).git) ?? "") ?? []);
}
function sources(project) {
    return list(at(project.pyproject, "tool", "poetry").source).flatMap((one) => {
        const { name, url } = table(one);
        return typeof name === "string" && typeof url === "string" ? [{ name, url, file: "pyproject.toml" }] : [];
    });
}
function indexVariables({ name, url, named, user, password, id }) {
    if (user === undefined || password === undefined)
        return [];
    const part = poetryVariablePart(named?.name ?? name);
    const keys = /^[A-Z0-9_]+$/.test(part) ? [part, id] : [id];
    return [
        { name: `POETRY_REPOSITORIES_${id}_URL`, value: secret_text `${named?.url ?? url}` },
        ...keys.flatMap((key) => [
            { name: `POETRY_HTTP_BASIC_${key}_USERNAME`, value: secret_text `${user}` },
            { name: `POETRY_HTTP_BASIC_${key}_PASSWORD`, value: secret_text `${password}` },
        ]),
    ];
}
function environment(project, variables) {
    return decidesItself(project, variables) ? { ask: ["env", "info", "--path"] } : { folder: join(project.folder, ".venv") };
}
function decidesItself(project, variables) {
    const keys = ["create", "in-project", "path"];
    const said = at(project.poetryToml, "virtualenvs");
    return keys.some((key) => key in said || variables[`POETRY_VIRTUALENVS_${poetryVariablePart(key)}`] !== undefined);
}
function ownPlace(project, variables, folder) {
    const said = "path" in at(project.poetryToml, "virtualenvs") || variables.POETRY_VIRTUALENVS_PATH !== undefined;
    return said ? [] : [{ name: "POETRY_VIRTUALENVS_PATH", value: secret_text `${join(folder, "virtualenvs")}` }];
}

;// CONCATENATED MODULE: ./build/tools/uv.js







const SAYS_OTHERWISE = /^(?:--locked|--frozen|--no-locked|-U|--upgrade(?:-package)?|-P)(?:=|$)/;
const uv = {
    name: "uv",
    label: "uv",
    lockfile: "uv.lock",
    claims: ({ pyproject, names }) => names.has("uv.toml") || "uv" in at(pyproject, "tool") || string(at(pyproject, "build-system")["build-backend"]) === "uv_build",
    asks(project) {
        const inPyproject = string(at(project.pyproject, "tool", "uv")["required-version"]);
        const required = string(project.uvToml?.["required-version"]) ?? inPyproject;
        const file = required === inPyproject ? "pyproject.toml" : "uv.toml";
        return required === undefined ? undefined : { specifier: readSpecifier({ file }, required), file };
    },
    gitUrls: (project) => [...uv_lockedGitUrls(project), ...uv_declaredGitUrls(project), ...standardGitUrls(project)],
    indexes: (project) => [...named(at(project.pyproject, "tool", "uv"), "pyproject.toml"), ...named(project.uvToml ?? {}, "uv.toml")],
    normalise: uvVariablePart,
    indexVariables({ name, url, named: known, user, password, isDefault }) {
        const part = uvVariablePart(known?.name ?? name);
        return [
            ...(isDefault && known?.isDefault !== true
                ? [{ name: "UV_DEFAULT_INDEX", value: secret_text `${known?.name ?? name}=${known?.url ?? url}` }]
                : []),
            ...(user === undefined ? [] : [{ name: `UV_INDEX_${part}_USERNAME`, value: secret_text `${user}` }]),
            ...(password === undefined ? [] : [{ name: `UV_INDEX_${part}_PASSWORD`, value: secret_text `${password}` }]),
        ];
    },
    gitVariables: () => [],
    wantsEnvironment: ({ names }) => !names.has("pyproject.toml"),
    environment(project, { UV_PROJECT_ENVIRONMENT: set }) {
        if (set === undefined || set === "")
            return { folder: join(project.folder, ".venv") };
        return { folder: isAbsolute(set) ? set : join(project.folder, set) };
    },
    settings: ({ variables, python }) => python === undefined || variables.UV_PYTHON !== undefined ? [] : [{ name: "UV_PYTHON", value: secret_text `${python}` }],
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
function uv_lockedGitUrls(project) {
    return list(project.uvLock?.package).flatMap((one) => {
        const spelled = string(at(table(one), "source").git);
        return spelled === undefined ? [] : (readGitUrl(spelled.replace(/[?#].*$/, "")) ?? []);
    });
}
function uv_declaredGitUrls(project) {
    return Object.values(at(project.pyproject, "tool", "uv", "sources"))
        .flatMap((one) => (Array.isArray(one) ? one : [one]))
        .flatMap((one) => readGitUrl(string(table(one).git) ?? "") ?? []);
}
function named(root, file) {
    return list(root.index).flatMap((one) => {
        const { name, url, default: isDefault } = table(one);
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
        throw new Problem({ input: "tool" }, `the project has ${names}, so its installer is not plain`, `Say which: \`tool: ${first.name}\` or \`tool: ${second.name}\``);
    }
    const [stranger] = foreign;
    if (stranger === undefined || claimants(project).length > 0)
        return undefined;
    throw new Problem({ input: "tool" }, `${stranger.file} was found, and ${stranger.label} is not supported yet`, `Set \`tool: none\` and run ${stranger.label} in a later step: it finds the credentials`);
}
function byClaim(project, settings) {
    const [tool] = claimants(project);
    if (tool !== undefined)
        return { tool, because: tool.name === "pip" ? "the project's files" : "pyproject.toml" };
    throw new Problem({ input: "tool" }, `nothing to install was found in ${settings.workingDirectory === "." ? "the workspace" : settings.workingDirectory}: no lockfile, pyproject.toml, setup.py or requirements*.txt`, "Check out the repository before this step, set `working-directory`, or set `tool: none` for the credentials alone");
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

;// CONCATENATED MODULE: ./build/setup/job.js

function jobOf({ variables, withoutSecrets }) {
    const server = (variables.GITHUB_SERVER_URL ?? "").replace(/\/+$/, "");
    return {
        server: server === "" ? "https://github.com" : server,
        repository: variables.GITHUB_REPOSITORY ?? "",
        ...(withoutSecrets === undefined ? {} : { withoutSecrets }),
    };
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
    throw new Problem({ input: "token" }, "no credential was given, or the secret is empty", emptySecretFix(job));
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
    return scope.path.includes("/") ? [scopeUrl(scope), `${scopeUrl(scope)}.git`] : [scopeUrl(scope)];
}
function credentialSection(url, answerFile) {
    const shellFile = `'${answerFile.replaceAll("'", "'\\''")}'`;
    const helper = `!f() { if test "$1" = get; then cat ${shellFile}; fi; }; f`;
    return section("credential", url, ["helper =", `helper = ${configValue(helper)}`, "useHttpPath = true"]);
}
function headerResets(scope, urls, current) {
    const own = current !== undefined && origin(scope) === origin(current) && isWithin(current.path, scope.path);
    if (!own && scope.path !== "")
        return [...spellings(scope)];
    const named = urls.filter((url) => covers(scope, url)).map((url) => url.path.replace(/\.git$/, ""));
    const others = [...new Set(named)].filter((path) => path.toLowerCase() !== current?.path.toLowerCase());
    return others.flatMap((path) => spellings({ ...scope, path }));
}
function rewrites(scope, urls) {
    const endings = scope.path === "" ? [""] : scope.path.includes("/") ? [".git", "/"] : ["/"];
    const found = urls.filter((url) => url.protocol === "ssh" && covers(scope, url));
    const rows = endings.map((ending) => {
        const path = `${scope.path}${ending}`;
        const to = `${origin(scope)}/${path}`;
        return [to, [...new Set([to, ...sshSpellings(scope, path), ...found.map((url) => asFound(url, path))])]];
    });
    return [...rows, ...exactRewrites(scope, found)];
}
function sshSpellings({ host }, path) {
    return [`ssh://git@${host}/${path}`, `git@${host}:${path}`];
}
function asFound(url, path) {
    return url.text.slice(0, url.text.length - url.path.length) + path;
}
function exactRewrites(scope, found) {
    if (!scope.path.includes("/"))
        return [];
    const exact = found.filter((url) => url.path === scope.path).map((url) => url.text);
    return exact.length === 0 ? [] : [[scopeUrl(scope), [...new Set(exact)]]];
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
    const folder = join(facts.folder, "access");
    const answers = credentials.map((credential, n) => ({ credential, answerFile: join(folder, `git-${n + 1}`) }));
    const config = join(folder, "gitconfig");
    const scopes = answers.map(({ credential, answerFile }) => ({ scope: credential.scope, answerFile }));
    return {
        files: [
            ...answers.map(({ credential, answerFile }) => ({
                kind: "file",
                path: answerFile,
                content: secret_text `username=${credential.user}\npassword=${credential.password}\n`,
            })),
            { kind: "file", path: config, content: secret_text `${gitConfig(scopes, urls, currentRepository(job))}` },
        ],
        variables: includeVariables(config, facts),
    };
}
function includeVariables(config, { variables }) {
    const count = variables.GIT_CONFIG_COUNT ?? "";
    if (!/^\d{0,4}$/.test(count)) {
        throw new Problem({}, "the job's variable GIT_CONFIG_COUNT is not a number, and Git stops at that", "Correct it or remove it (`env:` of the job or the workflow)");
    }
    const n = Number(count === "" ? 0 : count);
    return [
        { name: "GIT_CONFIG_COUNT", value: secret_text `${String(n + 1)}` },
        { name: `GIT_CONFIG_KEY_${n}`, value: secret_text `include.path` },
        { name: `GIT_CONFIG_VALUE_${n}`, value: secret_text `${config}` },
        { name: "GIT_TERMINAL_PROMPT", value: secret_text `0` },
    ];
}
function refuseOldGit({ where }, { version }) {
    if (version === undefined) {
        throw new Problem(where, "the credential is for Git, and no Git was found on PATH", "Install Git before this step (in a container image: `apt-get install git`)");
    }
    const [major = 0, minor = 0] = version.split(".").map(Number);
    if (major > OLDEST_GIT[0] || (major === OLDEST_GIT[0] && minor >= OLDEST_GIT[1]))
        return;
    throw new Problem(where, `Git ${version} is too old: ${OLDEST_GIT.join(".")} or later is needed`, "Install a newer Git before this step");
}
function currentRepository(job) {
    if (!job.repository.includes("/"))
        return undefined;
    return readCredentialUrl({ input: "token" }, `${job.server}/${job.repository}`, "").scope;
}
function withSpellings(credentials, urls, job) {
    const server = readCredentialUrl({ input: "token" }, job.server, "").scope.host;
    const known = new Set(credentials.map(({ scope }) => scopeUrl(scope)));
    const more = [];
    for (const credential of credentials) {
        const { scope } = credential;
        if (scope.path === "" || !forgeOf(scope.host, server).anyCase)
            continue;
        for (const url of urls) {
            const path = url.path.slice(0, scope.path.length);
            const spelled = { ...credential, scope: { ...scope, path } };
            const continues = /^(?:\.git)?(?:\/|$)/.test(url.path.slice(scope.path.length));
            if (url.host !== scope.host || !continues || path.toLowerCase() !== scope.path.toLowerCase() || known.has(scopeUrl(spelled.scope)))
                continue;
            known.add(scopeUrl(spelled.scope));
            more.push(spelled);
        }
    }
    return [...credentials, ...more];
}
function coveredUrls(credentials, urls, prefix) {
    const once = new Map(urls.map((url) => [url.text, url]));
    return [...once.values()].flatMap((url, n) => {
        const credential = bestScope(credentials, url);
        return credential === undefined ? [] : [{ url, user: credential.user, password: credential.password, id: `${prefix}_${letters(n)}` }];
    });
}
function plainHttpWarnings(all) {
    const hosts = new Set(all.filter(({ scope }) => scope.protocol === "http" && !isLoopback(scope.host)).map(({ scope }) => scope.host));
    return [...hosts].map((host) => ({
        kind: "say",
        level: "warning",
        message: `The credential for http://${host} is sent unencrypted; use https:// if the host has it`,
    }));
}

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
    const [kept, moved] = [names.filter((name) => facts.variables[name]), names.filter((name) => !facts.variables[name])];
    return {
        says: kept
            .filter((name) => name === tool?.headerCache)
            .map((name) => ({
            kind: "say",
            level: "notice",
            message: `${name} of the job is kept. If an index answers \`Vary: Authorization\`, ${tool?.label} writes the credential into that cache: do not save it`,
        })),
        variables: moved.map((name) => ({ name, value: secret_text `${join(facts.folder, "access/cache", name.toLowerCase())}` })),
    };
}
function matching(tool, index, project) {
    return tool.indexes(project)?.find(({ name }) => tool.normalise(name) === tool.normalise(index.name));
}
function refuseUnknown(index, { tool, project, defaultIndex }) {
    const known = tool?.indexes(project);
    if (tool === undefined || known === undefined || matching(tool, index, project) !== undefined)
        return [];
    if (tool.name === "uv" && index.name === defaultIndex)
        return [];
    const names = known.length === 0 ? "names no index" : `names: ${known.map(({ name }) => name).join(", ")}`;
    const what = `the project names no index ${index.name} for ${tool.label}; it ${names}`;
    if (index.from === "variable")
        return [{ kind: "say", level: "notice", message: `indexes: ${what}; the default of the variable is not used` }];
    const table = tool.name === "uv" ? "[[tool.uv.index]]" : "[[tool.poetry.source]]";
    throw new Problem(index.where, what, `Correct the name, or add a \`${table}\` with it to pyproject.toml`);
}
function toolVariables(tool, index, n, context, netrc) {
    const named = matching(tool, index, context.project);
    const isDefault = index.name === context.defaultIndex;
    const knowsNames = tool.indexes(context.project) !== undefined;
    const chosen = context.tool === undefined || isDefault || (knowsNames ? named !== undefined : context.tool === tool);
    if (!chosen || (!knowsNames && netrc.without.has(index)))
        return [];
    if (named !== undefined)
        refuseOtherPlace(index, named);
    const { name, url, user, password } = index;
    const id = `${context.prefix}_I_${letters(n)}`;
    return tool.indexVariables({ name, url, isDefault, id, ...defined({ user, password, named }) });
}
function refuseOtherPlace(index, named) {
    if (index.user === undefined)
        return;
    const { scope } = readCredentialUrl({ file: named.file }, named.url.replace(/[?#].*$/, ""), "https://HOST/simple");
    const same = scope.protocol === index.scope.protocol && scope.host === index.scope.host && scope.port === index.scope.port;
    if (same && pathWithin(scope.path, index.scope.path))
        return;
    throw new Problem(index.where, `the credential of the index ${index.name} is for ${index.url}, but ${named.file} gives that name another URL, on ${scope.host}/${scope.path}`, "Make the two the same; the credential is sent nowhere else");
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
    return equal(a.user ?? "", b.user ?? "") && equal(a.password ?? "", b.password ?? "");
}
function indistinguishable(first, second) {
    return new Problem(second.where, `the indexes ${first.name} and ${second.name} are both on ${second.scope.host} with different credentials, which pip cannot tell apart`, "Use one credential that reads both, or set `default-index` to the one that pip needs");
}
function planNetrc({ hosts }, { facts }) {
    if (hosts.size === 0)
        return { files: [], variables: [] };
    const path = join(facts.folder, "access", "netrc");
    const entries = [...hosts.values()].map(({ scope, user = "", password = "" }) => secret_text `machine ${scope.host} login ${netrcToken(user)} password ${netrcToken(password)}\n`);
    const carry = facts.netrc === undefined ? {} : { carry: { netrc: facts.netrc, without: [...hosts.keys()] } };
    return { files: [{ kind: "file", path, content: entries.flat(), ...carry }], variables: [{ name: "NETRC", value: secret_text `${path}` }] };
}
function netrcToken(value) {
    return { value, as: "netrc" };
}

;// CONCATENATED MODULE: ./build/setup/plan-access.js





function accessFolder(facts) {
    return join(facts.folder, "access");
}
function planAccess(settings, project, tool, job, facts, git) {
    const urls = tools.flatMap((one) => one.gitUrls(project));
    const credentials = withSpellings(settings.gitCredentials, urls, job);
    const prefix = `SPP_${lettersOf(facts.folder)}`;
    const gitPlan = planGit(credentials, urls, job, facts, git);
    const own = tool === undefined ? tools : [tool];
    const indexes = planIndexes(settings.indexes, { project, tool, defaultIndex: settings.defaultIndex, facts, prefix });
    const files = [...gitPlan.files, ...indexes.files];
    const variables = [
        ...gitPlan.variables,
        ...indexes.variables,
        ...own.flatMap((one) => one.gitVariables(coveredUrls(credentials, one.gitUrls(project), `${prefix}_G`))),
    ];
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
        ...(user instanceof Secret ? [{ kind: "mask", secret: user }] : []),
        ...(password instanceof Secret ? [{ kind: "mask", secret: password, ...(user === undefined ? {} : { user }) }] : []),
    ]);
}
function variableSteps(variables, { variables: job }, reach) {
    const values = new Map();
    for (const { name, value, joined } of variables) {
        const own = job[name] === undefined || job[name] === "" ? undefined : [new Secret(`${name} of the job`, job[name])];
        const before = joined === undefined ? undefined : (values.get(name) ?? own);
        values.set(name, before === undefined ? value : secret_text `${before}${joined ?? ""}${value}`);
    }
    return [...values].map(([name, value]) => ({ kind: "variable", name, value, reach }));
}
function lettersOf(folder) {
    const id = /[0-9a-f]+$/.exec(folder)?.[0] ?? "";
    return [...id].map((digit) => String.fromCharCode(65 + Number.parseInt(digit, 16))).join("");
}

;// CONCATENATED MODULE: ./build/setup/programs.js



function fetchUv(python, facts, { uv }) {
    const environment = { variables: engineVariables(facts) };
    if (uv !== undefined)
        return { path: uv, steps: [], environment };
    const folder = join(facts.folder, "uv");
    return { path: executable(join(folder, "bin/uv"), facts), environment, steps: [pipInto(folder, "uv", undefined, python, facts)] };
}
function installProgram(tool, wanted, python, facts, toolFacts) {
    const bin = join(facts.folder, "bin");
    const path = executable(join(bin, tool.name), facts);
    const onPath = [{ kind: "path", folder: bin }];
    const folder = join(facts.folder, "tools", tool.name);
    if (tool.name === "uv") {
        const links = ["uv", "uvx"].map((name) => ({ kind: "link", path: executable(join(bin, name), facts), target: executable(join(folder, "bin", name), facts) }));
        return { path, folder, steps: [pipInto(folder, "uv", wanted, python, facts), { kind: "folder", path: bin }, ...links, ...onPath] };
    }
    return { path, folder, steps: [...isolated(tool, wanted, python, facts, toolFacts), ...onPath] };
}
function isolated(tool, wanted, python, facts, toolFacts) {
    const uv = fetchUv(python, facts, toolFacts);
    const specifier = pipSpecifier(tool.name, wanted);
    const bin = join(facts.folder, "bin");
    const tools = join(facts.folder, "tools");
    const environment = join(tools, tool.name);
    const fast = {
        argv: [uv.path, "tool", "install", "--quiet", "--python", python.path, specifier],
        folder: facts.folder,
        variables: { ...uv.environment.variables, UV_TOOL_DIR: secret_text `${tools}`, UV_TOOL_BIN_DIR: secret_text `${bin}` },
    };
    const scripts = join(environment, facts.windows ? "Scripts" : "bin");
    const slow = [
        { argv: [python.path, "-m", "venv", "--clear", environment], folder: facts.folder },
        { argv: [executable(join(scripts, "python"), facts), "-m", "pip", "install", "--quiet", specifier], folder: facts.folder },
    ];
    const link = { kind: "link", path: executable(join(bin, tool.name), facts), target: executable(join(scripts, tool.name), facts) };
    return [
        ...uv.steps,
        { kind: "folder", path: bin },
        { kind: "command", title: `${tool.label} ${wanted ?? "(the newest)"}`, commands: [fast], otherwise: slow },
        link,
    ];
}
function pipInto(folder, name, wanted, python, facts) {
    if (!python.hasPip) {
        throw new Problem({}, `Python ${python.version} at ${python.path} has no pip, and uv is not on PATH`, "Add a step `uses: actions/setup-python@v6` before this one");
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
    const command = {
        argv,
        folder: facts.folder,
        variables: { PIP_ROOT_USER_ACTION: secret_text `ignore` },
        without: ["PIP_TARGET", "PIP_REQUIRE_VIRTUALENV", "PIP_USER", "PIP_PREFIX"],
    };
    return { kind: "command", title: `${name} ${wanted ?? "(the newest)"}`, commands: [command] };
}
function pipSpecifier(name, wanted) {
    return `${name}${wanted ?? ""}`;
}
function engineVariables({ variables }) {
    const { PIP_INDEX_URL, PIP_CERT, UV_DEFAULT_INDEX, UV_INDEX_URL, SSL_CERT_FILE } = variables;
    return {
        UV_PYTHON_DOWNLOADS: secret_text `never`,
        ...(PIP_INDEX_URL && !UV_DEFAULT_INDEX && !UV_INDEX_URL
            ? { UV_DEFAULT_INDEX: secret_text `${new Secret("PIP_INDEX_URL of the job", PIP_INDEX_URL)}` }
            : {}),
        ...(PIP_CERT && !SSL_CERT_FILE ? { SSL_CERT_FILE: secret_text `${PIP_CERT}` } : {}),
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
    const python = needPython(toolFacts);
    const place = environmentOf(context);
    const settingsSteps = tool
        .settings({ project, variables: facts.variables, python: python.path, folder: facts.folder })
        .map(({ name, value }) => ({ kind: "variable", name, value, reach: "job" }));
    const isThere = isReusable(context, python, place);
    const had = tool.name === "pip" ? pipProgram(context, place, isThere) : program(context, python);
    const made = tool.wantsEnvironment(project) && place !== undefined && !isThere ? makeEnvironment(context, python, place) : [];
    const decided = tool.environment(project, facts.variables);
    return {
        program: had.program,
        environment: place,
        ask: place === undefined && "ask" in decided ? decided.ask : undefined,
        toolFolder: had.toolFolder,
        steps: [...had.steps(made), ...settingsSteps, ...(settings.install ? installSteps(context, had.program) : [])],
    };
}
function program({ settings, project, tool, facts, toolFacts }, python) {
    const wanted = wantedVersion(settings, tool, project);
    const { found } = toolFacts;
    if (found !== undefined && matches(found.version, wanted))
        return { program: [found.path], steps: (environment) => environment };
    const ours = installProgram(tool, wanted, python, facts, toolFacts);
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
function isReusable({ facts, toolFacts: { environment: there } }, python, place) {
    return (there !== undefined &&
        there.folder === place &&
        there.works &&
        (there.folder === activeEnvironment(facts.variables) || there.version === python.version));
}
function makeEnvironment({ settings, tool, facts, toolFacts }, python, folder) {
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
    const slow = [
        { argv: [python.path, "-m", "venv", "--clear", folder], folder: facts.folder },
        { argv: [inside, "-m", "pip", "install", "--quiet", "--upgrade", ...seed], folder: facts.folder },
    ];
    const commands = seed.length === 0 ? [venv] : [venv, pip];
    return [
        ...uv.steps,
        {
            kind: "command",
            title: `A virtual environment with Python ${python.version}`,
            commands,
            otherwise: seed.length === 0 ? slow.slice(0, 1) : slow,
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
    return windows ? join(environment, "Scripts/python.exe") : join(environment, "bin/python");
}
function needPython({ python, pythonTried }) {
    if (python !== undefined)
        return python;
    const tried = pythonTried.length === 0 ? "no `python` or `python3` is on PATH" : `none of these runs as Python 3: ${pythonTried.join(", ")}`;
    throw new Problem({}, `no Python was found: ${tried}`, "Add a step `uses: actions/setup-python@v6` before this one");
}

;// CONCATENATED MODULE: ./build/tools/tool.js
const TOOL_NAMES = ["pip", "poetry", "uv"];

;// CONCATENATED MODULE: ./build/setup/git-credentials.js






const FORM = "https://USER:TOKEN@HOST/OWNER";
const NO_PASSWORD = /^(?:x-oauth-basic)?$/;
function readGitCredentials(inputs, job) {
    const credentials = [
        ...readToken(single("token", inputs.token.value), job),
        ...lines("git-credentials", inputs["git-credentials"].value).map(({ text, line }) => readLine(text, { input: "git-credentials", line }, job)),
    ];
    refuseTwins(credentials);
    return credentials;
}
function readToken(token, job) {
    if (token === "")
        return [];
    const where = { input: "token" };
    if (/\s/.test(token))
        throw new Problem(where, "the token contains a blank", "Paste the token alone");
    if (/^https?:\/\//i.test(token)) {
        throw new Problem(where, "a URL was given where a token is expected", "Give the token alone, or move the line to `git-credentials`");
    }
    if (token.startsWith("-----BEGIN")) {
        throw new Problem(where, "a private key was given where a token is expected", "Give a token for Git over https");
    }
    const owner = job.repository.split("/")[0] ?? "";
    if (owner === "") {
        throw new Problem(where, "GITHUB_REPOSITORY does not say whose repositories the token is for", "Use `git-credentials` with a line `https://TOKEN@HOST/OWNER`");
    }
    const { scope } = readCredentialUrl(where, `${job.server}/${owner}`, FORM);
    return [{ scope, where, user: forgeOf(scope.host, scope.host).tokenUser, password: new Secret("token", token) }];
}
function readLine(text, where, job) {
    const { scope, user, password } = readCredentialUrl(where, text, FORM);
    const label = `${where.input}, line ${where.line}`;
    if (user === undefined) {
        throw new Problem(where, `the line for ${scopeUrl(scope)} holds no credential`, `Write it as \`${FORM}\``);
    }
    if (user === "" && (password ?? "") === "") {
        throw new Problem(where, `the credential for ${scopeUrl(scope)} is empty`, emptySecretFix(job));
    }
    if (password === "" && !looksLikeToken(user)) {
        throw new Problem(where, `the token of the credential for ${scopeUrl(scope)} is empty`, emptySecretFix(job));
    }
    refuseUnprintable(where, user);
    refuseUnprintable(where, password ?? "");
    const tokenUser = forgeOf(scope.host, readCredentialUrl(where, job.server, FORM).scope.host).tokenUser;
    if (password === undefined)
        return { scope, where, user: tokenUser, password: new Secret(label, user) };
    if (NO_PASSWORD.test(password))
        return { scope, where, user: new Secret(label, user), password };
    return { scope, where, user: user === "" ? tokenUser : user, password: new Secret(label, password) };
}
function looksLikeToken(user) {
    return user.length >= 16;
}
function refuseTwins(credentials) {
    const seen = new Map();
    for (const { scope, where } of credentials) {
        const key = scopeUrl(scope);
        const first = seen.get(key);
        if (first !== undefined) {
            const other = first.line === undefined ? `\`${first.input}\`` : `line ${first.line}`;
            throw new Problem(where, `${key} has a credential already, from ${other}`, "Keep one of the two, or give one of them a longer path");
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
        const first = seen.get(name.toLowerCase());
        if (first !== undefined) {
            throw new Problem(where, `the index ${name} is given already, on line ${first.line}`, "Give each index a name of its own");
        }
        seen.set(name.toLowerCase(), where);
    }
    return indexes;
}
function indexes_readLine(text, where, input, job) {
    const equals = text.indexOf("=");
    const name = text.slice(0, Math.max(equals, 0)).trim();
    if (equals < 0 || /^https?:/i.test(name)) {
        throw new Problem(where, "the line does not begin with the name of the index and `=`", `Write it as \`${indexes_FORM}\``);
    }
    if (!/^[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?$/.test(name)) {
        const shown = /[:/@]/.test(name) ? "what stands before `=`" : quoted(name);
        throw new Problem(where, `${shown} is no name of an index`, "Use letters, digits, `-`, `_` and `.`");
    }
    const { scope, writtenPath, user, password } = readCredentialUrl(where, text.slice(equals + 1).trim(), indexes_FORM);
    const common = { name, scope, url: `${origin(scope)}${writtenPath === "" ? "/" : writtenPath}`, where, from: input.from };
    if (user === undefined)
        return common;
    return { ...common, ...credential(name, user, password, where, job) };
}
function credential(name, user, password, where, job) {
    refuseUnprintable(where, user);
    refuseUnprintable(where, password ?? "");
    if (user === "")
        throw new Problem(where, `the user of the index ${name} is empty`, password === "" ? emptySecretFix(job) : `Write it as \`${indexes_FORM}\``);
    const label = `indexes, ${name}`;
    if (password === undefined)
        return { user: new Secret(label, user), password: "" };
    if (password !== "")
        return { user, password: new Secret(label, password) };
    if (user.length < 16)
        throw new Problem(where, `the password of the index ${name} is empty`, emptySecretFix(job));
    return { user: new Secret(label, user), password: "" };
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
        ...readDefaultIndex(one("default-index"), indexes),
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
function readDefaultIndex(name, indexes) {
    if (name === "")
        return {};
    if (indexes.some((index) => index.name === name))
        return { defaultIndex: name };
    const known = indexes.length === 0 ? "`indexes` is empty" : `\`indexes\` has: ${indexes.map((index) => index.name).join(", ")}`;
    throw new Problem({ input: "default-index" }, `no index is called ${quoted(name)}; ${known}`, `Add a line \`NAME=URL\` to \`indexes\`, or correct the name`);
}
function readFolder(input, value) {
    if (value.split(/[\\/]/).includes("..")) {
        throw new Problem({ input }, `${quoted(value)} contains \`..\``, "Write a path inside the workspace, without `..`");
    }
    if (value.startsWith("~")) {
        throw new Problem({ input }, `${quoted(value)} begins with ~, which only a shell expands`, "Write the path in full");
    }
    return isAbsolute(value) ? value : value.replace(/^\.\//, "");
}
function refuseContradictions(settings, inputs) {
    const said = (name) => inputs[name].from === "input";
    if (settings.installCommands.length > 0 && settings.installArgs.length > 0 && said("install-args")) {
        throw new Problem({ input: "install-args" }, "`install-command` replaces the command that `install-args` would be added to", "Write the arguments into `install-command`");
    }
    if (!settings.install && said("install") && settings.installCommands.length > 0 && said("install-command")) {
        throw new Problem({ input: "install-command" }, "`install: false` says that nothing is installed", "Remove one of the two");
    }
    if (settings.tool === "none" && settings.toolVersion !== undefined && said("tool-version")) {
        throw new Problem({ input: "tool-version" }, "`tool: none` installs no tool", "Remove `tool-version`, or name the tool");
    }
}

;// CONCATENATED MODULE: ./build/runner/render.js


function render(parts) {
    return parts.map((part) => (typeof part === "string" || part instanceof Secret ? plain(part) : render_netrcToken(plain(part.value)))).join("");
}
function plain(value) {
    return typeof value === "string" ? value : reveal(value);
}
function render_netrcToken(value) {
    return /^[^\s"\\#][^\s"\\]*$/.test(value) ? value : `"${value.replace(/["\\]/g, "\\$&")}"`;
}

;// CONCATENATED MODULE: ./build/runner/run.js


const KEPT = 65_536;
function run(argv, folder, environment) {
    const [program = "", ...args] = argv;
    const env = Object.fromEntries(Object.entries(environment).filter(([name]) => !/^INPUT_|^STATE_/i.test(name)));
    return new Promise((resolve) => {
        const child = (0,external_node_child_process_namespaceObject.spawn)(program, args, { cwd: folder, env, stdio: ["ignore", "pipe", "pipe"], windowsHide: true });
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
            from += (0,external_node_fs_namespaceObject.writeSync)(1, chunk, from);
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
        const result = await withoutCommands(title, async () => {
            const first = await runAll(commands, context);
            if (first.code === 0 || otherwise === undefined)
                return first;
            say(`That did not work (exit code ${first.code}); trying without uv.`);
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
        const rendered = Object.fromEntries(Object.entries(variables).map(([name, value]) => [name, render(value)]));
        const environment = { ...context.environment, ...rendered };
        for (const name of without)
            delete environment[name];
        last = await run(argv, folder, environment);
        if (last.code !== 0)
            return last;
    }
    return last;
}

;// CONCATENATED MODULE: ./build/core/netrc.js
function withoutHosts(content, hosts) {
    const entries = content.replaceAll("\r\n", "\n").split(/^(?=[ \t]*(?:machine|default|macdef)\b)|(?<=[ \t])(?=machine[ \t])/m);
    return entries
        .filter((entry) => {
        const host = /^\s*machine\s+("[^"]*"|\S+)/.exec(entry)?.[1]?.replaceAll('"', "");
        return host === undefined || !hosts.includes(host.toLowerCase());
    })
        .join("");
}

;// CONCATENATED MODULE: ./build/runner/steps/file.js




const fileStep = {
    apply({ path, content, carry }, { journal }) {
        const carried = carry === undefined ? "" : withoutHosts((0,external_node_fs_namespaceObject.readFileSync)(carry.netrc, "utf8"), carry.without);
        journal.note({ kind: "file", path });
        (0,external_node_fs_namespaceObject.writeFileSync)(path, render(content) + carried, { mode: 0o600, flag: "wx" });
    },
    show({ path, content, carry }) {
        const carried = carry === undefined ? "" : `    | … and the entries of ${carry.netrc} for other hosts\n`;
        const shown = labelled(content).trimEnd().replace(/^/gm, "    | ");
        return `file ${path} (0600)\n${shown}\n${carried}`.trimEnd();
    },
};

;// CONCATENATED MODULE: ./build/runner/steps/folder.js

const folderStep = {
    apply({ path }, { journal }) {
        journal.note({ kind: "folder", path });
        (0,external_node_fs_namespaceObject.mkdirSync)(path, { recursive: true, mode: 0o700 });
    },
    show: ({ path }) => `folder ${path} (0700)`,
};

;// CONCATENATED MODULE: ./build/runner/steps/link.js

const linkStep = {
    apply({ path, target }, { journal, windows }) {
        if ((0,external_node_fs_namespaceObject.existsSync)(path))
            return;
        journal.note({ kind: "file", path });
        if (windows)
            (0,external_node_fs_namespaceObject.copyFileSync)(target, path);
        else
            (0,external_node_fs_namespaceObject.symlinkSync)(target, path);
    },
    show: ({ path, target }) => `link ${path} -> ${target}`,
};

;// CONCATENATED MODULE: ./build/core/forms.js
function forms_forms(secret, user) {
    const found = new Set();
    for (const value of [secret, ...secret.split(/\r?\n/)]) {
        if (value.trim() === "")
            continue;
        found.add(value);
        found.add(encodeURIComponent(value));
        found.add(encodeURI(value));
        found.add(strictlyEncoded(value));
        found.add(strictlyEncoded(value).replace(/%[0-9A-F]{2}/g, (triple) => triple.toLowerCase()));
        found.add(JSON.stringify(value).slice(1, -1));
        found.add(asciiJson(value));
        found.add(base64(value));
    }
    if (user !== undefined)
        found.add(base64(`${user}:${secret}`));
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

;// CONCATENATED MODULE: ./build/runner/steps/mask.js




const maskStep = {
    apply({ secret, user }) {
        for (const form of forms_forms(reveal(secret), user === undefined ? undefined : plain(user)))
            mask(form);
    },
    show: ({ secret }) => `mask ${secret}`,
};

;// CONCATENATED MODULE: ./build/runner/steps/output.js

const outputStep = {
    apply: ({ name, value }, { runnerFiles }) => setEntry(runnerFiles.GITHUB_OUTPUT, name, value),
    show: ({ name, value }) => `output ${name}=${value}`,
};

;// CONCATENATED MODULE: ./build/runner/steps/path.js


const pathStep = {
    apply({ folder }, { environment, runnerFiles }) {
        const name = Object.keys(environment).find((key) => key.toUpperCase() === "PATH") ?? "PATH";
        environment[name] = `${folder}${external_node_path_namespaceObject.delimiter}${environment[name] ?? ""}`;
        addPath(runnerFiles.GITHUB_PATH, folder);
    },
    show: ({ folder }) => `path ${folder}`,
};

;// CONCATENATED MODULE: ./build/runner/steps/say.js

const sayStep = {
    apply({ level, message }) {
        if (level === "info")
            say(message);
        else
            annotate(level, message);
    },
    show: ({ level, message }) => `${level}: ${message}`,
};

;// CONCATENATED MODULE: ./build/runner/steps/variable.js



const variableStep = {
    apply({ name, value, reach }, { environment, runnerFiles }) {
        const rendered = render(value);
        environment[name] = rendered;
        if (reach === "job")
            setEntry(runnerFiles.GITHUB_ENV, name, rendered);
    },
    show: ({ name, value, reach }) => `variable ${name}=${labelled(value)}${reach === "step" ? " (for the install only)" : ""}`,
};

;// CONCATENATED MODULE: ./build/runner/apply.js









const handlers = {
    mask: maskStep,
    say: sayStep,
    folder: folderStep,
    file: fileStep,
    variable: variableStep,
    path: pathStep,
    command: commandStep,
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

;// CONCATENATED MODULE: ./build/runner/journal.js




const STATE = "folder";
const NAME = "journal.jsonl";
function openJournal(folder, stateFile) {
    setEntry(stateFile, STATE, folder);
    (0,external_node_fs_namespaceObject.mkdirSync)(folder, { mode: 0o700 });
    return { folder, note: (entry) => (0,external_node_fs_namespaceObject.appendFileSync)(`${folder}/${NAME}`, `${JSON.stringify(entry)}\n`, { mode: 0o600 }) };
}
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
function journal_isPrivateFolder(folder, temp) {
    return resolve(dirname(folder)) === resolve(temp) && /\/setup-private-python-[0-9a-f]{16}$/.test(slashed(folder));
}
function isInside(path, folder) {
    return path_slashed((0,external_node_path_namespaceObject.resolve)(path)).startsWith(`${path_slashed((0,external_node_path_namespaceObject.resolve)(folder))}/`);
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
function makeWritable(path) {
    if (!(0,external_node_fs_namespaceObject.lstatSync)(path).isDirectory())
        return;
    (0,external_node_fs_namespaceObject.chmodSync)(path, 0o700);
    for (const name of (0,external_node_fs_namespaceObject.readdirSync)(path))
        makeWritable(`${path}/${name}`);
}

;// CONCATENATED MODULE: ./build/setup/report.js

function planResult(result) {
    const { environment, windows } = result;
    const shown = [result.tool, result.toolVersion].filter((one) => one !== undefined).join(" ");
    const later = environment === undefined
        ? []
        : [
            { kind: "path", folder: join(environment, windows ? "Scripts" : "bin") },
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
function report_explain(tool, title, code, output) {
    const own = tool?.explain(output);
    if (own !== undefined)
        return own;
    const unnamed = /could not read Username for '(https?:\/\/[^/'@]+)\/?'/.exec(output)?.[1];
    if (unnamed !== undefined) {
        return {
            what: `no credential covers a Git repository on ${unnamed}`,
            fix: `Add a line \`${unnamed.replace("://", "://TOKEN@")}/OWNER\` to the input \`git-credentials\``,
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

;// CONCATENATED MODULE: ./build/actions/carry-out.js









async function carryOut(work) {
    const { settings, facts, access, install } = work;
    if (install !== undefined)
        say(`${install.choice.tool.label}, because of ${install.choice.because}`);
    if (settings.dryRun) {
        say(`Dry run: nothing is changed. The plan:\n${show(access)}${install === undefined ? "" : show(install)}`);
        return;
    }
    const context = contextOf(facts);
    try {
        await apply(access, context);
        if (install !== undefined)
            await applyInstall(install, context);
    }
    finally {
        if (!settings.persistCredentials)
            reportLeft(undoWithin(accessFolder(facts), facts.folder).left);
    }
    await apply(planResult(resultOf(work, context)), context);
}
function contextOf({ folder, variables, windows }) {
    return { journal: openJournal(folder, variables.GITHUB_STATE), environment: { ...variables }, runnerFiles: variables, windows };
}
async function applyInstall(install, context) {
    try {
        await apply(install, context);
    }
    catch (error) {
        if (!(error instanceof CommandFailed))
            throw error;
        const { what, fix } = report_explain(error.install ? install.choice.tool : undefined, error.title, error.code, error.output);
        throw new Problem({}, what, fix);
    }
}
function resultOf({ facts, install }, { environment: variables }) {
    const { windows } = facts;
    if (install === undefined)
        return { tool: "none", toolVersion: undefined, pythonVersion: undefined, environment: undefined, windows };
    const { choice, program, project, toolFacts } = install;
    const asked = install.ask === undefined ? install.environment : ask([...program, ...install.ask], variables, project.folder).trim();
    const there = asked === undefined || asked === "" ? undefined : surveyEnvironment(asked);
    const inside = install.toolFolder ?? (choice.tool.name === "pip" ? install.environment : undefined);
    const version = inside === undefined ? toolFacts.found?.version : installedVersion(inside, choice.tool.name);
    return {
        tool: choice.tool.name,
        toolVersion: version,
        pythonVersion: there?.version ?? toolFacts.python?.version,
        environment: there?.works === true ? there.folder : undefined,
        windows,
    };
}
function reportLeft(left) {
    if (left.length > 0)
        throw new Problem({}, `the credentials could not be removed after the install: ${left.join("; ")}`, "Check the permissions of RUNNER_TEMP");
}

;// CONCATENATED MODULE: ./build/actions/setup.js












main(async () => {
    const facts = surveyMachine();
    const job = jobOf(facts);
    const settings = readSettings(readInputs(facts.variables), job);
    const { folder, names, files } = surveyProject(facts.workspace, settings.workingDirectory, isProjectFile);
    const project = readProject(folder, names, files);
    const choice = chooseTool(settings, project);
    const git = settings.gitCredentials.length === 0 ? {} : surveyGit(facts.variables);
    const access = planAccess(settings, project, choice?.tool, job, facts, git);
    if (choice === undefined)
        return carryOut({ settings, facts, access });
    const { tool } = choice;
    const place = environmentOf({ project, tool, facts });
    const toolFacts = surveyTools(facts.variables, tool.name === "pip" ? undefined : tool.name, place);
    return carryOut({
        settings,
        facts,
        access,
        install: { ...planTool({ settings, project, tool, facts, toolFacts }), choice, project, toolFacts },
    });
});

