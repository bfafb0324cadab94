"use strict";

/**
 * Preloaded into the process in which Pulumi runs dynamic providers. On a message the package is loaded anew, with the
 * environment of the next run: it knows as little as in a new process, without the second in which Node loads Pulumi.
 */
const fs = require("node:fs");
const Module = require("node:module");
const path = require("node:path");
const vm = require("node:vm");

const { createRequire } = Module;

const requireOfPulumi = createRequire(process.argv[1]);
const evaluator = requireOfPulumi.resolve("require-from-string");
const evaluate = requireOfPulumi(evaluator);

/** The files of the package, compiled. What they define is made anew in each run. */
const compiled = new Map();
const load = Module._extensions[".js"];
Module._extensions[".js"] = (module, file) => {
  if (isOfAnotherPackage(file)) {
    load(module, file);
    return;
  }
  const { define, require: requireThere } = compiled.get(file) ?? compile(file);
  define.call(module.exports, module.exports, requireThere, module, file, path.dirname(file));
};

function compile(file) {
  const parameters = ["exports", "require", "module", "__filename", "__dirname"];
  const define = vm.compileFunction(fs.readFileSync(file, "utf8"), parameters, { filename: file });
  compiled.set(file, { define, require: createRequire(file) });
  return compiled.get(file);
}

/** By their texts, those of this run. */
const providers = new Map();
/** The environment before the run, of what the run has another value for. */
let former = {};
const { warn, error } = console;

// Pulumi keeps what it gets for each text as long as the process lives.
requireOfPulumi.cache[evaluator].exports = (text) => ({ handler: () => ofThisRun(text) });

function ofThisRun(text) {
  others ??= ["exit", "SIGINT", "SIGTERM"].map((event) => [event, process.rawListeners(event)]);
  let configuration;
  const provider = async () => {
    const known = providers.get(text) ?? evaluate(text).handler();
    if (!providers.has(text)) {
      providers.set(text, known);
      await known.configure(configuration);
    }
    return known;
  };
  const verbs = ["check", "diff", "create", "read", "update", "delete"];
  return {
    configure: async (given) => {
      configuration = given;
      await provider();
    },
    ...Object.fromEntries(verbs.map((verb) => [verb, async (...given) => (await provider())[verb](...given)])),
  };
}

/** What Pulumi itself listens to, as it was before the package was loaded. */
let others;

/** As the engine ends a run: the package writes what is left, and is forgotten. */
function endRun() {
  for (const [event, known] of others ?? []) {
    for (const listener of process.rawListeners(event).filter((it) => !known.includes(it))) {
      process.off(event, listener);
      if (event === "exit") {
        listener();
      }
    }
  }
}

process.on("message", ({ environment }) => {
  endRun();
  providers.clear();
  Object.keys(requireOfPulumi.cache)
    .filter((file) => !isOfAnotherPackage(file))
    .forEach((file) => delete requireOfPulumi.cache[file]);
  // The package writes through what it found.
  Object.assign(console, { warn, error });
  setEnvironment(former);
  former = Object.fromEntries(Object.keys(environment).map((name) => [name, process.env[name]]));
  setEnvironment(environment);
  process.send("renewed");
});
/** What has no value is not there. */
function setEnvironment(values) {
  for (const [name, value] of Object.entries(values)) {
    if (value === undefined) {
      delete process.env[name];
    } else {
      process.env[name] = value;
    }
  }
}

// The engine's end of the line is all that keeps the process.
process.channel.unref();

function isOfAnotherPackage(file) {
  const [, inside] = file.split(/[\\/]node_modules[\\/](?=(?!.*[\\/]node_modules[\\/]))/);
  return inside !== undefined && inside.split(/[\\/]/)[0] !== "pulumi-haleconnect";
}
