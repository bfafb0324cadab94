import { schemas } from "../../../provider/contract";
import type { FeatureType, SchemaProperty } from "../../../provider/formats/schema-content";
import { implement, implementList, pageableList } from "../implement";
import { visible } from "../store/visible-bucket";
import { contentOf } from "./content-of";
import { keyOf } from "./schemas";

const getFeatureTypes = implementList(schemas.getFeatureTypes, async (call) => {
  const content = await contentOf(call, visible(call, "schemas", keyOf(call.path)));
  return pageableList(content?.featureTypes ?? [], shownType);
});

const getNamespaces = implement(schemas.getNamespaces, async (call) => {
  const content = await contentOf(call, visible(call, "schemas", keyOf(call.path)));
  return (content?.namespaces ?? []).map(({ namespace, prefix, isTarget }) => ({
    namespace,
    ...(prefix === undefined ? {} : { prefix }),
    isTarget,
    featureTypes: content?.featureTypes.filter((type) => type.namespace === namespace).length ?? 0,
  }));
});

const getSchemaLocations = implement(schemas.getSchemaLocations, async (call) => {
  const content = await contentOf(call, visible(call, "schemas", keyOf(call.path)));
  return (content?.locations ?? []).map(({ location, namespace, file, found }) => ({
    location,
    ...(namespace === undefined ? {} : { namespace }),
    file,
    isFound: found === "file",
  }));
});

export const insideSchemas = [getFeatureTypes, getNamespaces, getSchemaLocations];

function shownType({ name, namespace, base, description, isAbstract, isImported, properties }: FeatureType) {
  return {
    name,
    ...(namespace === "" ? {} : { namespace }),
    ...(base === undefined ? {} : { base }),
    ...(description === undefined ? {} : { description }),
    isAbstract,
    isImported,
    properties: properties.map(shownProperty),
  };
}

function shownProperty({ name, namespace, type, isAttribute, minOccurs, maxOccurs }: SchemaProperty) {
  return {
    name,
    ...(namespace === "" ? {} : { namespace }),
    ...(type === undefined ? {} : { type }),
    ...(isAttribute ? { isAttribute } : {}),
    minOccurs,
    ...(maxOccurs === undefined ? {} : { maxOccurs }),
  };
}
