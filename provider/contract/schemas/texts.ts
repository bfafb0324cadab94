import { z } from "zod";

/** A value of a bucket's property: a schema's fields are kept as those. An empty one clears the field. */
export const text = z.string().max(10_000);

/** The name of a feature type: `Address`, or `{namespace}Address` where several namespaces have one. */
export const typeName = z
  .string()
  .max(2000)
  .regex(/^(\{[^{}\s]*\})?[^{}\s/]+$/, "a name such as Address or {http://inspire.ec.europa.eu/schemas/ad/4.0}Address");

/** Names of properties from the feature type on: `locator/designator`. */
export const propertyPath = z
  .string()
  .max(4000)
  .regex(/^[^\s/]+(\/[^\s/]+)*$/, "names of properties with / between them, such as locator/designator");
