import { end, StepFailed } from "./run/process.mjs";

/** Each command loads its steps when it runs: before `npm ci` there is nothing but Node. */
const commands = {
  quickstart: async () => (await import("./quickstart/main.mjs")).quickstart(),
  "quickstart:stop": async () => (await import("./quickstart/main.mjs")).stop(),
  conformance: async () => (await import("./run/test.mjs")).conformance(),
  reliability: async (args) => (await import("./run/test.mjs")).reliability("run", args),
  "test:kill": async (args) => (await import("./run/test.mjs")).reliability("kill", args),
  "test:fast": async (args) => (await import("./run/test.mjs")).fastTests(args),
  "test:unit": async (args) => (await import("./run/test.mjs")).unitTests(args),
  "test:watch": async (args) => (await import("./run/test.mjs")).unitTests(args, { watch: true }),
  "test:kind": async (args) => (await import("./run/kind.mjs")).testKind(args),
  build: async () => (await import("./run/build.mjs")).build(),
  typecheck: async () => (await import("./run/test.mjs")).typecheck(),
  lint: async () => (await import("./run/test.mjs")).lint(),
  format: async () => (await import("./run/test.mjs")).format(),
  fuzz: async (args) => (await import("./fuzz/main.mjs")).fuzz(args),
  "test:sdk": async (args) => (await import("./run/sdk.mjs")).testSdk(args),
  test: async (args) => (await import("./run/test.mjs")).test(args),
};

const [name = "", ...args] = process.argv.slice(2);
const command = commands[name];
if (command === undefined) {
  console.error(`usage: node tools/run.mjs ${Object.keys(commands).join(" | ")}`);
  process.exit(2);
}

try {
  await command(args);
} catch (error) {
  if (!(error instanceof StepFailed)) {
    throw error;
  }
  console.error(`\n${name} stopped: ${error.message}`);
  end(error);
}
