"use strict";

const path = require("node:path");

const dist = path.join(
  process.env.HALECONNECT_TEST_INSTALLED,
  "node_modules",
  "pulumi-haleconnect",
  "dist",
  "provider",
);
const { kinds } = require(path.join(dist, "kinds"));
const { lazyProvider } = require(path.join(dist, "lifecycle", "lazy-provider"));

/** One defect for each row of the conformance table, in a kind that has what the row looks at. */
const defects = {
  "round trip": [
    "Organisation",
    (kind, { update }) => {
      kind.update = (client, id, changes, known) => update(client, id, { ...changes, description: undefined }, known);
      kind.create = withoutDescription(kind.create);
    },
  ],
  unchanged: [
    "Organisation",
    (kind) => {
      kind.renewal = () => "always";
      kind.renew = () => Promise.resolve({});
    },
  ],
  drift: ["Organisation", (kind) => seenWith(kind, (values) => ({ ...values, description: "first" }))],
  "omitted, null, empty": [
    "Organisation",
    (kind, { update }) => {
      kind.update = async (client, id, changes, known) => ({
        ...(await update(client, id, changes.description === "" ? {} : changes, known)),
        ...changes,
      });
    },
  ],
  replaced: ["Organisation", (kind) => (kind.replacementCascades = false)],
  recreated: [
    "Organisation",
    (kind, { get }) => {
      kind.get = async (client, id) => (await get(client, id)) ?? { id, values: {} };
    },
  ],
  adopted: ["Organisation", (kind) => (kind.identity.keyOf = () => String(Math.random()))],
  "unknown inputs": ["Organisation", (kind) => (kind.inputs.description.mark = "writeOnly")],
  faults: [
    "Organisation",
    (kind) => (kind.identity.find = () => Promise.resolve({ items: [], complete: true, at: performance.now() })),
  ],
  order: [
    "OrganisationSharingList",
    (kind) => (kind.inputs.sharedWith.type = kind.inputs.sharedWith.type.meta({ trait: undefined })),
  ],
  secrets: [
    "User",
    (kind, { create }) => {
      kind.create = (client, declared) => {
        console.log(`creating with ${declared.password}`);
        return create(client, declared);
      };
    },
  ],
  requests: [
    "Organisation",
    (kind, { create, update }) => {
      kind.create = async (client, declared) => {
        const object = await create(client, declared);
        await update(client, object.id, { description: "" }, { actual: {}, declared });
        return object;
      };
    },
  ],
  "given back": ["OrganisationMembers", (kind) => (kind.identity.lists = {})],
  // What an answer lacks is guessed.
  "wrong answers": [
    "User",
    (kind) => seenWith(kind, (values) => ({ ...values, username: values.username ?? "nobody" })),
  ],
  spellings: [
    "ApiToken",
    (kind) => (kind.inputs.validFrom.type = kind.inputs.validFrom.type.meta({ equality: "exact" })),
  ],
  "quiet refresh": ["Organisation", (kind) => seenWith(kind, (values) => ({ ...values, createdBy: "somebody else" }))],
  "outputs after each verb": [
    "BucketFile",
    (kind, { update }) => {
      kind.update = async (...given) => ({ source: (await update(...given)).source });
    },
  ],
  "checked twice": ["Organisation", (kind) => (kind.inputs.description.type = onlyOnce(kind.inputs.description.type))],
  "Pulumi's options": [
    "Organisation",
    (kind) => (kind.renewal = (_actual, declared) => (declared.description === "" ? undefined : "always")),
  ],
  "refused secrets": [
    "Organisation",
    (kind, { obstacles }) => {
      kind.obstacles = (outlook, declared) => {
        console.log(`looking for ${declared.parent}`);
        return obstacles(outlook, declared);
      };
    },
  ],
  "forced replacement": [
    "Organisation",
    (kind) =>
      (kind.identity.find = kind.list = () => Promise.resolve({ items: [], complete: true, at: performance.now() })),
  ],
  "lacking rights": [
    "Organisation",
    (kind, { update }) => {
      kind.update = (client, id, changes, known) => update(client, id, changes, known).catch(() => changes);
    },
  ],
};

/** Others of a row that has one above. */
const furtherDefects = {
  "nobody asks who may change it": ["Organisation", (kind) => (kind.obstacles = () => Promise.resolve([]))],
  "a former home is forgotten": [
    "User",
    (kind, { update }) => {
      kind.update = (client, id, changes, known) =>
        update(client, id, changes, changes.organisation === undefined ? { ...known, placesToLeave: [] } : known);
    },
  ],
};

/** Takes a value the first time. */
function onlyOnce(type) {
  const seen = new Set();
  return type.refine((value) => !seen.has(value) && seen.add(value), "expected a value of its own");
}

function withoutDescription(create) {
  return (client, declared) => create(client, { ...declared, description: undefined });
}

function seenWith(kind, change) {
  const { list, get } = kind;
  const changed = (object) => object && { ...object, values: change(object.values) };
  kind.get = async (client, id) => changed(await get(client, id));
  kind.list = async (client) => {
    const listing = await list(client);
    return { ...listing, items: listing.items.map(changed) };
  };
}

const [kindName, spoil] = { ...defects, ...furtherDefects }[process.env.HALECONNECT_TEST_DEFECT] ?? [
  "Organisation",
  () => undefined,
];
const broken = kinds.find(({ name }) => name === kindName);
spoil(broken, { ...broken });

module.exports = {
  spoilt: (row, sound) => {
    const [name, spoilIt] = defects[row];
    return sound.map((kind) => {
      const copy = { ...kind };
      if (kind.name === name) {
        spoilIt(copy, kind);
      }
      return copy;
    });
  },
  provider: lazyProvider(kindName),
  kindOf: Object.fromEntries(Object.entries(defects).map(([row, [name]]) => [row, name])),
};
