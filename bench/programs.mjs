import fs from "node:fs";
import path from "node:path";

/** Counties below one state, municipalities below each county: every tenth object is a county. */
const tree = (count) => `
const count = ${count};
const state = make("state", { name: "State", parent: "1" });
let county = state;
for (let i = 1; i < count; i++) {
  const isCounty = i % 10 === 1;
  const made = make("unit" + i, {
    name: "Unit " + i,
    parent: isCounty ? state : county,
    legalName: "Administrative unit number " + i,
    description: "What it is responsible for",
    contact: { city: "City " + i, email: "unit" + i + "@example.org" },
  });
  county = isCounty ? made : county;
}
`;

const ours = `
const { Organisation } = require("pulumi-haleconnect");
const make = (name, args) => new Organisation(name, args);
`;

const baseline = `
const pulumi = require("@pulumi/pulumi");
const provider = require("do-nothing");
class DoNothing extends pulumi.dynamic.Resource {
  constructor(name, props) {
    super(provider, name, { ...props, parent: props.parent.id ?? props.parent, created: undefined, createdBy: undefined }, {}, "bench", "DoNothing");
  }
}
const make = (name, args) => new DoNothing(name, args);
`;

/** Does nothing, with outputs of the same size as an organisation's. */
const doNothing = `
let next = 1;
module.exports = {
  check: async (olds, news) => ({ inputs: news }),
  diff: async (id, olds, news) => ({ changes: false }),
  create: async (inputs) => ({ id: String(next++), outs: { ...inputs, created: 1764000000000, createdBy: "1" } }),
  read: async (id, props) => ({ id, props }),
  update: async (id, olds, news) => ({ outs: news }),
  delete: async () => {},
};
`;

/** Writes both programs into folders below an installed package. */
export function writePrograms(installed, count) {
  const module = path.join(installed, "node_modules", "do-nothing");
  fs.mkdirSync(module, { recursive: true });
  fs.writeFileSync(
    path.join(module, "package.json"),
    JSON.stringify({ name: "do-nothing", version: "1.0.0", main: "index.js" }),
  );
  fs.writeFileSync(path.join(module, "index.js"), doNothing);
  return Object.fromEntries(
    Object.entries({ organisations: ours, baseline }).map(([name, head]) => {
      const folder = path.join(installed, "bench", name);
      fs.mkdirSync(folder, { recursive: true });
      fs.writeFileSync(path.join(folder, "Pulumi.yaml"), `name: bench-${name}\nruntime: nodejs\n`);
      fs.writeFileSync(path.join(folder, "index.js"), head + tree(count));
      return [name, folder];
    }),
  );
}
