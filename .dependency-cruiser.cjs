"use strict";

/**
 * The layers of the provider, from the top down: an import only ever points to a lower one. A new folder under provider/
 * belongs to a layer, or to `beside`, or the check says so.
 */
const layers = [
  ["index"],
  ["cli", "tenant", "drift", "export"],
  ["resources", "functions"],
  ["dynamic"],
  ["lifecycle"],
  ["kinds"],
  ["client"],
  ["binding"],
  ["contract", "errors", "installation"],
  ["formats"],
];

/** Parts that stand beside the layers, with all of this repository that they may import. */
const beside = {
  "provider/engine": ["provider/errors"],
  emulator: ["provider/binding", "provider/contract", "provider/formats"],
};

const place = (name) => `^provider/${name}(\\.ts$|/)`;

const upwards = layers.slice(1).map((layer, index) => ({
  name: `${layer.join("-")}-imports-only-downwards`,
  severity: "error",
  from: { path: layer.map(place) },
  to: {
    path: layers
      .slice(0, index + 1)
      .flat()
      .map(place),
  },
}));

const closed = Object.entries(beside).map(([part, allowed]) => ({
  name: `${part.replace("/", "-")}-imports-only-what-it-may`,
  severity: "error",
  from: { path: `^${part}/` },
  to: {
    path: "^(provider|emulator|test|bench|examples|tools)/",
    pathNot: [part, ...allowed].map((name) => `^${name}/`),
  },
}));

/** The subfolders of a layer, from the top down; what stands in the layer's own folder may use each of them. */
const subfolders = {
  lifecycle: ["process", "checking", "writing", "program", "objects", "remembering", "comparing", "values"],
  kinds: ["interactions", "workflows", "content", "organisation", "people", "files"],
};

const subfoldersUpwards = Object.entries(subfolders).flatMap(([layer, names]) =>
  names.slice(1).map((name, index) => ({
    name: `${layer}-${name}-imports-only-lower-subfolders`,
    severity: "error",
    from: { path: `^provider/${layer}/${name}/` },
    to: { path: names.slice(0, index + 1).map((above) => `^provider/${layer}/${above}/`) },
  })),
);

const everySubfolderIsKnown = Object.entries(subfolders).map(([layer, names]) => ({
  name: `every-subfolder-of-${layer}-has-its-place`,
  severity: "error",
  from: { path: `^provider/${layer}/[^/]+/`, pathNot: names.map((name) => `^provider/${layer}/${name}/`) },
  to: {},
}));

/** What Pulumi calls: everything below serves these, and none of it calls them. */
const verbs = "^provider/lifecycle/(check|diff|create|read|update|delete|provider|lazy-provider)\\.ts$";

const known = [...layers.flat(), "engine"].map(place);

module.exports = {
  forbidden: [
    ...upwards,
    ...closed,
    ...subfoldersUpwards,
    ...everySubfolderIsKnown,
    {
      name: "no-subfolder-calls-a-verb",
      severity: "error",
      from: { path: "^provider/lifecycle/[^/]+/" },
      to: { path: verbs },
    },
    {
      name: "no-circle",
      severity: "error",
      from: {},
      to: { circular: true },
    },
    {
      name: "only-the-command-starts-engine-and-emulator",
      severity: "error",
      from: { path: "^provider/", pathNot: "^provider/(cli|engine)/" },
      to: { path: "^(provider/(cli|engine)|emulator)/" },
    },
    {
      name: "a-dynamic-module-holds-nothing-but-its-provider",
      severity: "error",
      from: { path: "^provider/dynamic/" },
      to: { path: "^provider/", pathNot: "^provider/lifecycle/lazy-provider\\.ts$" },
    },
    {
      name: "a-program-loads-no-lifecycle",
      comment:
        "The classes hand Pulumi a provider and nothing else, so that a program starts quickly; an error is loaded when there is one.",
      severity: "error",
      from: { path: "^provider/resources/" },
      to: { path: "^provider/", pathNot: "^provider/(resources|dynamic|errors)/" },
    },
    {
      name: "a-unit-test-starts-nothing",
      comment: "What starts a server or a process is named `.integration.test.ts`; the others hold within a minute.",
      severity: "error",
      from: { path: "^test/unit/.*\\.test\\.ts$", pathNot: "\\.integration\\.test\\.ts$" },
      to: {
        path: "^(emulator/(index|start)\\.ts|test/unit/client/scripted-server\\.ts)$",
        reachable: true,
      },
    },
    {
      name: "nothing-imports-tests",
      severity: "error",
      from: { path: "^(provider|emulator|tools|examples)/" },
      to: { path: "^(test|bench)/" },
    },
    {
      name: "every-folder-has-its-layer",
      severity: "error",
      from: { path: "^provider/", pathNot: known },
      to: {},
    },
    {
      name: "what-is-published-needs-only-dependencies",
      severity: "error",
      from: { path: "^(provider|emulator)/" },
      to: { dependencyTypes: ["npm-dev"], dependencyTypesNot: ["type-only", "npm-peer"] },
    },
    // dist/ is there only after a build, the package itself only where it was installed.
    {
      name: "resolvable",
      severity: "error",
      from: {},
      to: { couldNotResolve: true, pathNot: ["/dist/", "^pulumi-haleconnect$"] },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "^(dist|\\.haleconnect)/" },
    tsConfig: { fileName: "tsconfig.json" },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["require", "node", "types", "default"] },
  },
};
