import { z } from "zod";
import { sentModel } from "../models";
import { unlike } from "../no-duplicates";
import { propertyPath, typeName } from "../schemas/texts";
import { combinedId } from "../store/ident";

/** How a value is shown (docs/platform.md#theme-feature-types). */
export const renderers = ["default", "number", "date", "codelist"] as const;

/** What each of them needs besides; nothing else may be there. */
const needed = { default: undefined, number: "format", date: "format", codelist: "labels" } as const;

export const Renderer = z
  .strictObject({
    type: z.enum(renderers),
    format: z
      .string()
      .min(1)
      .max(200)
      .optional()
      .describe("With `number` or `date`: the format, such as `###.##` or `dd.MM.yyyy`."),
    labels: z
      .record(z.string().min(1).max(1000), z.string().max(1000))
      .optional()
      .describe("With `codelist`: the value in the data, and what is shown for it."),
  })
  .superRefine((renderer, context) => {
    for (const field of ["format", "labels"] as const) {
      if ((renderer[field] !== undefined) !== (field === needed[renderer.type])) {
        const message = field === needed[renderer.type] ? "is needed for" : "does not belong to";
        context.addIssue({ code: "custom", path: [field], message: `${message} ${renderer.type}` });
      }
    }
  })
  .meta({ id: "Renderer", description: "How the values of a property are shown." });

export const alias = z.string().min(1).max(500);

export const PropertyDisplay = sentModel("PropertyDisplay", "How a property of a feature type is shown.", {
  property: propertyPath.describe("Names of the properties that lead from the feature type to it: locator/designator."),
  display: z.boolean().optional().describe("Whether it is shown in the information on a feature."),
  alias: alias.optional().describe("The name that is shown for it."),
  renderer: Renderer.optional().describe("How its values are shown. Default: as they are."),
});

export const propertyDisplays = z.array(PropertyDisplay).max(10_000);

export const ThemeFeatureType = sentModel("ThemeFeatureType", "A feature type of a theme, and how it is shown.", {
  schema: combinedId.describe("Combined id of the schema that has the feature type."),
  featureType: typeName.describe(
    "Name of the feature type: Address, or {namespace}Address if several namespaces have one.",
  ),
  alias: alias.optional().describe("The name that is shown for it."),
  properties: unlike(propertyDisplays, ({ property }) => property, "is there already", "property")
    .optional()
    .describe("How its properties are shown. A property that is not named is shown as the platform does it."),
});

export const themeFeatureTypes = unlike(
  z.array(ThemeFeatureType).max(10_000),
  ({ schema, featureType }) => [schema, featureType],
  "is there already: a feature type of a schema has one entry",
  "featureType",
);
