import { schemas, store } from "../../../provider/contract";
import { seesBucket } from "../../access/bucket-access";
import { combinedIdOf } from "../../world/buckets";
import { implement, implementList, pageableList, type Platform, type Visitor } from "../implement";
import { refuseWhileInUse } from "../store/in-use";
import { changeOf, editable, refuseUnless, visible } from "../store/visible-bucket";
import { schemaInfo, texts } from "./shown-schema";

type Changes = (typeof schemas.updateSchema)["body"]["_output"];

interface OfSchema {
  readonly ownerType: store.OwnerType;
  readonly ownerId: string;
  readonly schemaId: string;
}

/** A schema is known by its bucket. */
export function keyOf({ ownerType, ownerId, schemaId }: OfSchema): store.BucketKey {
  return { ownerType, ownerId, bucketId: schemaId };
}

const getSchemas = implementList(schemas.getSchemas, (call) =>
  pageableList(
    call.world.buckets.inStore("schemas").filter((bucket) => seesBucket(call.world, call.visitor, bucket)),
    (bucket) => schemaInfo(call, bucket),
  ),
);

const getSchema = implement(schemas.getSchema, (call) => schemaInfo(call, visible(call, "schemas", keyOf(call.path))));

const updateSchema = implement(schemas.updateSchema, (call) => {
  const key = keyOf(call.path);
  editable(call, "schemas", key);
  change(call, key, call.body);
  return schemaInfo(call, visible(call, "schemas", key));
});

const deleteSchema = implement(schemas.deleteSchema, (call) => {
  const bucket = visible(call, "schemas", keyOf(call.path));
  refuseUnless(call, "delete", bucket);
  refuseWhileInUse(call, bucket);
  call.commit({ type: "bucketDeleted", store: "schemas", id: bucket.id });
  return { error: false, message: `The schema ${combinedIdOf(bucket)} is deleted.` };
});

export const ofSchemas = [getSchemas, getSchema, updateSchema, deleteSchema];

/** What is told of a schema is kept with its bucket: its name, and properties. */
function change(call: Platform & Visitor, key: store.BucketKey, { name, public: isPublic, ...told }: Changes): void {
  const next = () => changeOf(call, visible(call, "schemas", key));
  if (name !== undefined) {
    call.commit({ type: "bucketNamed", ...next(), name });
  }
  for (const property of texts) {
    const value = told[property];
    if (value === "") {
      call.commit({ type: "bucketPropertyRemoved", ...next(), property });
    } else if (value !== undefined) {
      call.commit({ type: "bucketPropertySet", ...next(), property, value });
    }
  }
  if (isPublic !== undefined) {
    call.commit({ type: "bucketPropertySet", ...next(), property: "sharingOptions", value: { public: isPublic } });
  }
}
