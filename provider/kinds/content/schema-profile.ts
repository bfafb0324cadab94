import type { Client, Listing } from "../../client";
import * as schemas from "../../contract/schemas";
import * as store from "../../contract/store";
import { history, ownedName } from "./content-fields";
import { ownerFields, ownerObstacles, ownerOf, ownerRules, ownerValues } from "./content-owner";
import { isSpeltLike } from "../equality";
import { kind, type Fields, type Live } from "../kind";
import { orAbsent } from "../refusals";
import { featureTypeObstacles } from "./profile-obstacles";
import { combinedIdIn, schemaIdOf, schemaObstacles } from "./schema-form";
import { withKey } from "../traits";
import { schemaId } from "../references";
import { plainStanding } from "./content-standing";

const form = schemas.NewProfile.shape;

const inputs = {
  ...ownerFields,
  schema: {
    type: schemaId,
    mark: "replace",
    refersTo: "Schema",
    doc: "The schema that the profile narrows.",
    source: "platform#profile-contents",
  },
  name: {
    type: form.name,
    mark: "mutable",
    doc: "Name, 1 to 250 characters. This provider makes only one profile of a name for each owner.",
    source: ["platform#profile-contents", "decisions#exactly-once"],
  },
  author: {
    type: form.author,
    mark: "mutable",
    doc: "Author, up to 10,000 characters.",
    source: "platform#profile-contents",
  },
  version: {
    type: form.version,
    mark: "mutable",
    doc: "Version, any text of up to 10,000 characters.",
    source: "platform#profile-contents",
  },
  description: {
    type: form.description,
    mark: "mutable",
    doc: "Description, up to 10,000 characters.",
    source: "platform#profile-contents",
  },
  public: {
    type: form.public,
    mark: "mutable",
    doc: "`true`: other organisations can copy the profile, if its schema is public as well.",
    source: "platform#profile-copies",
  },
  mandatoryFeatureTypes: {
    type: withKey(form.mandatoryFeatureTypes.unwrap()).optional(),
    mark: "mutable",
    doc: "Names of the feature types that have to occur. An empty list removes all.",
    source: "platform#profile-contents",
  },
  constraints: {
    type: withKey(form.constraints.unwrap(), "featureType", "property").optional(),
    mark: "mutable",
    doc: "What the profile demands of properties: content, allowed values, a range of numbers, and how often they occur (only narrower than in the schema). The list is the whole set: `up` removes each constraint that is not in it.",
    source: "platform#profile-contents",
  },
  conditions: {
    type: withKey(form.conditions.unwrap(), "name").optional(),
    mark: "mutable",
    doc: "Consistency conditions: whenever `if` holds, `then` has to hold as well. The list is the whole set: `up` removes each condition that is not in it.",
    source: "platform#profile-conditions",
  },
  taggedValues: {
    type: withKey(form.taggedValues.unwrap(), "featureType", "property", "tag").optional(),
    mark: "mutable",
    doc: `Tagged values of the profile, of a feature type or of a property. Each of these has a tag only once. Reserved tags: ${schemas.reservedTags.join(", ")}. The list is the whole set: \`up\` removes each value that is not in it.`,
    source: "platform#tagged-values",
  },
} as const satisfies Fields;

/** A profile of a schema (docs/platform.md#schema-profiles). */
export const schemaProfile = kind({
  name: "SchemaProfile",
  doc: "A profile of a schema. It narrows the schema with feature types that have to occur, constraints, consistency conditions and tagged values.",
  example: [
    'const addresses = new Schema("addresses", { organisation: "1", name: "Addresses", preset: "inspire-ad-4.0" });',
    'new SchemaProfile("strict", {',
    '    organisation: "1",',
    "    schema: addresses,",
    '    name: "Addresses, strict",',
    '    mandatoryFeatureTypes: ["Address"],',
    "});",
  ].join("\n"),
  inputs,
  outputs: {
    ...history,
  },
  replacementCascades: false,
  lossOnDeletion: () => "Nobody can bring the profile back.",
  reads: [schemas.getSchemaProfile, schemas.getSchemaProfiles],
  calls: {
    create: [schemas.createSchemaProfile, schemas.updateSchemaProfile],
    update: [schemas.updateSchemaProfile],
    delete: [schemas.deleteSchemaProfile],
  },
  identity: {
    ...ownedName,
    stamp: ["organisation", "user", "schema", "created"],
    find: async (client, _declared, workingName) => {
      const { items, ...listing } = await client.list(schemas.getSchemaProfiles, {});
      return flattenAll({ ...listing, items: items.filter(({ name }) => isSpeltLike("text", name, workingName)) });
    },
  },
  standing: plainStanding,
  list: async (client) => flattenAll(await client.snapshot(schemas.getSchemaProfiles, {})),
  get: async (client, id) => {
    const found = await orAbsent(client.call(schemas.getSchemaProfile, { path: profilePath(id) }));
    return found === undefined ? undefined : flatten(found);
  },
  rules: ownerRules,
  obstacles: async (outlook, declared) => {
    const found = await Promise.all([
      ownerObstacles(outlook, declared, "Schema"),
      schemaObstacles(outlook, declared.schema),
      featureTypeObstacles(outlook, declared.schema, declared),
    ]);
    return found.flat();
  },
  create: async (client, declared, workingName = declared.name) => {
    const { organisation: _organisation, user: _user, schema, name: _name, ...rest } = declared;
    const given = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined && value !== ""));
    const body = { ...given, name: workingName, schema: combinedIdIn(schema) };
    return flatten(await client.call(schemas.createSchemaProfile, { path: ownerOf(declared), body }));
  },
  update: updateProfile,
  delete: async (client, id) => {
    await orAbsent(client.call(schemas.deleteSchemaProfile, { path: profilePath(id) }));
  },
});

async function updateProfile(client: Client, id: string, changes: Readonly<Record<string, unknown>>) {
  const { organisation: _organisation, user: _user, schema: _schema, ...body } = changes;
  return flatten(await client.call(schemas.updateSchemaProfile, { path: profilePath(id), body })).values;
}

function profilePath(id: string) {
  const { ownerType = "org", ownerId = "", bucketId: profileId = "" } = store.readCombinedId(id) ?? {};
  return { ownerType, ownerId, profileId };
}

function flatten({
  id,
  ownerType,
  ownerId,
  schema,
  author,
  version,
  description,
  ...remote
}: schemas.ProfileInfo): Live {
  const told = { author, version, description };
  return { id, values: { ...remote, ...told, ...ownerValues({ ownerType, ownerId }), schema: schemaIdOf(schema) } };
}

function flattenAll({ items, ...listing }: Listing<schemas.ProfileInfo>): Listing<Live> {
  return { ...listing, items: items.map(flatten) };
}
