"use strict";

/** Dependencies that are ECMAScript modules. */
const modules = ["iso-639-2"];

const project = (displayName, testMatch) => ({
  displayName,
  // One cache of compiled files for all projects.
  id: "haleconnect",
  testMatch: testMatch.map((pattern) => (pattern.startsWith("!") ? pattern : `<rootDir>/test/${pattern}`)),
  testEnvironment: "node",
  // A copy of the package lies there for the examples; it must not be taken for this one.
  modulePathIgnorePatterns: ["<rootDir>/dist/", "<rootDir>/examples/", "<rootDir>/.haleconnect/"],
  // Types are checked beside the tests, once and for all files.
  transform: {
    "^.+\\.ts$": ["ts-jest", { tsconfig: "<rootDir>/tsconfig.json", diagnostics: false }],
    // Node requires these modules as they are; jest's own loader does not yet.
    [`/node_modules/(${modules.join("|")})/.+\\.js$`]: [
      "ts-jest",
      { tsconfig: { allowJs: true, module: "commonjs", target: "es2022" }, diagnostics: false },
    ],
  },
  transformIgnorePatterns: [`/node_modules/(?!(${modules.join("|")})/)`],
});

module.exports = {
  maxWorkers: 2,
  testSequencer: "<rootDir>/test/support/longest-first.cjs",
  // The engine needs seconds for each command; a test that hangs is what this is for.
  testTimeout: 180_000,
  projects: [
    project("unit", ["unit/**/*.test.ts", "!**/*.integration.test.ts"]),
    project("integration", ["unit/**/*.integration.test.ts", "contract/**/*.test.ts", "facts/**/*.test.ts"]),
    {
      ...project("e2e", ["e2e/**/*.test.ts", "conformance/**/*.test.ts"]),
      globalSetup: "<rootDir>/test/e2e/support/global-setup.ts",
      globalTeardown: "<rootDir>/test/e2e/support/global-teardown.ts",
    },
  ],
};
