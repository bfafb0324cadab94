import fs from "node:fs";
import path from "node:path";

/**
 * What is brought up: a program over `make(kind, name, inputs)`, and the outputs that an object of each kind has beside
 * its inputs, which the do-nothing resources have as well.
 */
export const scenarios = {
  /** Counties below one state, municipalities below each county: every tenth object is a county. */
  organisations: {
    program: `
const state = make("Organisation", "state", { name: "State", parent: "1" });
let county = state;
for (let i = 1; i < count; i++) {
  const isCounty = i % 10 === 1;
  const made = make("Organisation", "unit" + i, {
    name: "Unit " + i,
    parent: isCounty ? state : county,
    legalName: "Administrative unit number " + i,
    description: "What it is responsible for",
    contact: { city: "City " + i, email: "unit" + i + "@example.org" },
  });
  county = isCounty ? made : county;
}
`,
    outputs: { created: 1764000000000, createdBy: "1" },
  },
  /** Users, each with one role in one organisation; its one more object is that. */
  users: {
    program: `
const home = make("Organisation", "home", { name: "Home", parent: "1" });
const roles = ["user", "dataManager", "themeManager", "orgAdmin"];
for (let i = 0; i < count; i++) {
  make("User", "user" + i, {
    username: "user" + i,
    fullName: "User Number " + i,
    email: "user" + i + "@example.org",
    organisation: home,
    role: roles[i % roles.length],
    contact: { city: "City " + i },
  });
}
`,
    outputs: { roles: { 2: "user" }, status: "notActivated", created: 1764000000000, createdBy: "1" },
  },
  /** Half of them users, half of them roles in a further organisation. */
  memberships: {
    program: `
const home = make("Organisation", "home", { name: "Home", parent: "1" });
const other = make("Organisation", "other", { name: "Other", parent: "1" });
for (let i = 0; i < count / 2; i++) {
  const user = make("User", "user" + i, {
    username: "user" + i,
    fullName: "User Number " + i,
    email: "user" + i + "@example.org",
    organisation: home,
    role: "user",
  });
  make("RoleAssignment", "role" + i, { user, organisation: other, role: "dataManager" });
}
`,
    outputs: { created: 1764000000000, createdBy: "1" },
  },
  /** Buckets with one file each. */
  buckets: {
    program: `
const home = make("Organisation", "home", { name: "Home", parent: "1" });
for (let i = 0; i < count; i++) {
  make("Bucket", "bucket" + i, {
    organisation: home,
    name: "Bucket " + i,
    description: "What is in it",
    files: [{ name: "readme.txt", content: "The file of bucket " + i }],
  });
}
`,
    outputs: { combinedId: "org.2.00000000-0000-0000-0000-000000000000", created: 1764000000000, createdBy: "1" },
  },
  /** Published services, the four types of each dataset. */
  services: {
    program: `
const home = make("Organisation", "home", { name: "Home", parent: "1" });
const theme = make("Theme", "theme", { organisation: home, name: "Theme" });
const types = ["wms", "wfs", "ogcapiFeatures", "predefinedDataset"];
let dataset;
for (let i = 0; i < count; i++) {
  if (i % types.length === 0) {
    dataset = make("Bucket", "dataset" + i, {
      organisation: home,
      name: "Dataset " + i,
      theme,
      files: [{ name: "data.csv", content: "The file of dataset " + i }],
    });
  }
  make("PublishedService", "service" + i, { dataset, type: types[i % types.length] });
}
`,
    outputs: {
      category: "view",
      address: "http://127.0.0.1:8080/ows/services/org.2.00000000-0000-0000-0000-000000000000_wms",
      published: 1764000000000,
      publishedBy: "1",
    },
  },
};

const ours = `
const haleconnect = require("pulumi-haleconnect");
const make = (kind, name, inputs) => new haleconnect[kind](name, inputs);
`;

const baseline = (outputs) => `
const pulumi = require("@pulumi/pulumi");
const provider = require("do-nothing");
const idOf = (value) => value instanceof pulumi.Resource ? value.id : value;
const outputs = ${JSON.stringify(Object.fromEntries(Object.keys(outputs).map((name) => [name, null])))};
class DoNothing extends pulumi.dynamic.Resource {
  constructor(name, inputs) {
    const props = Object.fromEntries(Object.entries(inputs).map(([key, value]) => [key, idOf(value)]));
    const empty = Object.fromEntries(Object.keys(outputs).map((key) => [key, undefined]));
    super(provider, name, { ...props, ...empty }, {}, "bench", "DoNothing");
  }
}
const make = (kind, name, inputs) => new DoNothing(name, inputs);
`;

/** Does nothing, with outputs of the same size. */
const doNothing = (outputs) => `
let next = 1;
module.exports = {
  check: async (olds, news) => ({ inputs: news }),
  diff: async (id, olds, news) => ({ changes: false }),
  create: async (inputs) => ({ id: String(next++), outs: { ...inputs, ...${JSON.stringify(outputs)} } }),
  read: async (id, props) => ({ id, props }),
  update: async (id, olds, news) => ({ outs: news }),
  delete: async () => {},
};
`;

/** Writes both programs into folders below an installed package. */
export function writePrograms(installed, { program, outputs }, count) {
  const module = path.join(installed, "node_modules", "do-nothing");
  fs.mkdirSync(module, { recursive: true });
  fs.writeFileSync(
    path.join(module, "package.json"),
    JSON.stringify({ name: "do-nothing", version: "1.0.0", main: "index.js" }),
  );
  fs.writeFileSync(path.join(module, "index.js"), doNothing(outputs));
  return Object.fromEntries(
    Object.entries({ ours, baseline: baseline(outputs) }).map(([name, head]) => {
      const folder = path.join(installed, "bench", name);
      fs.mkdirSync(folder, { recursive: true });
      fs.writeFileSync(path.join(folder, "Pulumi.yaml"), `name: bench-${name}\nruntime: nodejs\n`);
      fs.writeFileSync(path.join(folder, "index.js"), `${head}const count = ${count};\n${program}`);
      return [name, folder];
    }),
  );
}
