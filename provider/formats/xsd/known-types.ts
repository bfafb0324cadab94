import { apart, xs } from "./names";

/** The namespaces of GML, whose schemas are rarely among the files; its elements and types are known by name. */
const gml = new Set(["http://www.opengis.net/gml", "http://www.opengis.net/gml/3.2"]);

const features =
  /^(?:(?:Abstract|_)?Feature(?:Collection)?|_?(?:Abstract)?(?:Continuous|Discrete)?Coverage|BoundedFeature|DynamicFeature(?:Collection)?|Observation|DirectedObservation(?:AtDistance)?)(?:Type)?$/;

/**
 * Namespaces of application schemas whose elements and types are nearly all features. Where their files are not there,
 * what builds on them is taken for a feature type: rather one too many than one that cannot be mapped.
 */
const applicationSchemas = [
  "http://inspire.ec.europa.eu/schemas/",
  "urn:x-inspire:specification:gmlas:",
  "http://www.adv-online.de/namespaces/adv/",
  "http://www.opengis.net/citygml/",
  "http://www.opengis.net/sampling",
  "http://www.opengis.net/om/",
];

/** Whether something whose declaration is not there is a feature, judged by its name. */
export function isFeatureByName(name: string): boolean {
  const { namespace, name: local } = apart(name);
  return gml.has(namespace)
    ? features.test(local)
    : applicationSchemas.some((beginning) => namespace.startsWith(beginning)) && !/PropertyType$/.test(local);
}

/** Whether a type that is not among the files is known to be simple: those of XML Schema itself, and lists of them. */
export function isSimpleByName(name: string): boolean {
  const { namespace, name: local } = apart(name);
  return namespace === xs
    ? local !== "anyType"
    : /^(?:NilReasonType|NilReasonEnumeration|doubleList|SignType|UomIdentifier|NameList)$/.test(local);
}

/** What GML gives to every feature; its documents are rarely among the files. */
export const gmlProperties: readonly string[] = [
  "metaDataProperty",
  "description",
  "descriptionReference",
  "identifier",
  "name",
  "boundedBy",
  "location",
  "id",
];
