import { z } from "zod";
import { milliseconds, schemas, store } from "../../provider/contract";

/** Where a schema came from; one that was made in the store of schemas came as files. */
export const SchemaOrigin = schemas.SchemaSource;
export type SchemaOrigin = z.output<typeof SchemaOrigin>;

/** What a profile demands. */
const demands = {
  mandatoryFeatureTypes: z.array(z.string()),
  constraints: z.array(schemas.PropertyConstraint),
  conditions: z.array(schemas.ConsistencyCondition),
  taggedValues: z.array(schemas.TaggedValue),
};

const told = {
  name: z.string(),
  author: z.string().optional(),
  version: z.string().optional(),
  description: z.string().optional(),
  public: z.boolean(),
};

export const Profile = z.strictObject({
  id: z.string(),
  owner: z.strictObject({ type: z.enum(store.ownerTypes), id: z.string() }),
  /** Id of the bucket of the schema that it narrows. */
  schema: z.string(),
  ...told,
  ...demands,
  createdBy: z.string(),
  created: milliseconds,
  lastModified: milliseconds,
});
export type Profile = z.output<typeof Profile>;

export const ProfileChanges = z.strictObject({ ...told, ...demands }).partial();
export type ProfileChanges = z.output<typeof ProfileChanges>;

/** Ids of the buckets of schemas that a project was linked with by hand. */
export const SchemaLinks = z.strictObject({
  source: z.array(z.string()).optional(),
  target: z.array(z.string()).optional(),
});
export type SchemaLinks = z.output<typeof SchemaLinks>;
