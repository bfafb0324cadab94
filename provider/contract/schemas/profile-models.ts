import { z } from "zod";
import { milliseconds, readModel, sentModel } from "../models";
import { combinedId, ownerTypes } from "../store/ident";
import { bucketName } from "../store/names";
import { propertyPath, text, typeName } from "./texts";

/** Tags with a meaning of their own (docs/platform.md#schema-profiles); any other one is free. */
export const reservedTags = [
  "ATS-Titel",
  "ATS-Beschreibung",
  "module-id",
  "example",
  "example-xml",
  "Manuelle Prüfung",
] as const;

export const comparisons = ["exists", "missing", "equals", "differs", "less", "atMost", "greater", "atLeast"] as const;
export const operators = ["and", "or"] as const;

const count = z.number().int().min(0);
const ofProperty = {
  featureType: typeName.describe(
    "Name of the feature type: Address, or {namespace}Address if several namespaces have one.",
  ),
  property: propertyPath.describe("Names of the properties that lead from the feature type to it: locator/designator."),
};

export const PropertyConstraint = z
  .strictObject({
    ...ofProperty,
    contentRequired: z.boolean().optional().describe("true: an element without content is an error."),
    allowedValues: z.array(text).min(1).max(10_000).optional().describe("The only values that the property may have."),
    minimum: z.number().optional().describe("The smallest number that is allowed."),
    maximum: z.number().optional().describe("The largest number that is allowed."),
    minOccurs: count.optional().describe("How often it has to occur, at least as often as in the schema."),
    maxOccurs: count.optional().describe("How often it may occur, at most as often as in the schema."),
  })
  .superRefine(({ minimum, maximum, minOccurs, maxOccurs }, context) => {
    const ranges = { maximum: [minimum, maximum], maxOccurs: [minOccurs, maxOccurs] } as const;
    for (const [field, [least, most]] of Object.entries(ranges)) {
      if (least !== undefined && most !== undefined && least > most) {
        context.addIssue({ code: "custom", path: [field], message: `is less than the least, ${String(least)}` });
      }
    }
  })
  .meta({ id: "PropertyConstraint", description: "What a profile demands of a property." });

const withoutValue: readonly string[] = ["exists", "missing"];

export const ConditionTerm = z
  .strictObject({
    ...ofProperty,
    comparison: z
      .enum(comparisons)
      .describe("How the property is compared with the value. `exists` and `missing` take no value."),
    value: text.optional().describe("Needed for every comparison except `exists` and `missing`."),
  })
  .superRefine(({ comparison, value }, context) => {
    if ((value === undefined) !== withoutValue.includes(comparison)) {
      const message = value === undefined ? `is needed for ${comparison}` : `does not belong to ${comparison}`;
      context.addIssue({ code: "custom", path: ["value"], message });
    }
  })
  .meta({ id: "ConditionTerm", description: "One comparison of a condition." });

export const ConditionPart = sentModel("ConditionPart", "Comparisons that an operator joins.", {
  operator: z.enum(operators).describe("`and`: all of them hold. `or`: at least one of them holds."),
  terms: z.array(ConditionTerm).min(1).max(100).describe("1 to 100 comparisons."),
});

export const ConsistencyCondition = sentModel(
  "ConsistencyCondition",
  "Whenever `if` holds, `then` has to hold as well.",
  {
    name: z
      .string()
      .max(100)
      .regex(/^[A-Za-z0-9_-]+$/, "a name without special characters, spaces, periods and slashes")
      .describe("Name: up to 100 letters, digits, _ and -, unique in the profile."),
    description: text.optional().describe("What the condition is for, up to 10,000 characters."),
    if: ConditionPart,
    then: ConditionPart,
  },
);

export const TaggedValue = sentModel("TaggedValue", "A value under a tag.", {
  featureType: typeName.optional().describe("Feature type that has the tag. Default: the profile as a whole."),
  property: propertyPath.optional().describe("With `featureType`: property that has the tag."),
  tag: z
    .string()
    .min(1)
    .max(200)
    .describe(`Name of the tag. Reserved names: ${reservedTags.join(", ")}.`),
  value: text.describe("Value of the tag, up to 10,000 characters."),
});

const isNotTwice = "is there already: one value for each tag of the same thing";

export const taggedValues = z
  .array(TaggedValue)
  .max(10_000)
  .superRefine((values, context) => {
    const seen = new Set<string>();
    for (const [index, { featureType, property, tag }] of values.entries()) {
      const key = JSON.stringify([featureType, property, tag]);
      if (seen.has(key)) {
        context.addIssue({ code: "custom", path: [index, "tag"], message: isNotTwice });
      }
      seen.add(key);
    }
  });

export const conditions = z
  .array(ConsistencyCondition)
  .max(1000)
  .superRefine((list, context) => {
    for (const [index, { name }] of list.entries()) {
      if (list.findIndex((other) => other.name === name) < index) {
        context.addIssue({ code: "custom", path: [index, "name"], message: "is the name of another condition" });
      }
    }
  });

/** What a profile demands; each list is set as a whole. */
const contents = {
  mandatoryFeatureTypes: z.array(typeName).max(10_000).optional(),
  constraints: z.array(PropertyConstraint).max(10_000).optional(),
  conditions: conditions.optional(),
  taggedValues: taggedValues.optional(),
};

export const NewProfile = sentModel("NewProfile", "A profile to create.", {
  schema: combinedId.describe("Combined id of the schema that it narrows. It cannot be changed later."),
  name: bucketName,
  author: text.optional(),
  version: text.optional(),
  description: text.optional(),
  public: z.boolean().optional().describe("Default: false."),
  ...contents,
});

export const ProfileUpdate = sentModel(
  "ProfileUpdate",
  "Changes to a profile: a field that you leave out stays as it is; an empty text or list clears it.",
  {
    name: bucketName.optional(),
    author: text.optional(),
    version: text.optional(),
    description: text.optional(),
    public: z.boolean().optional(),
    ...contents,
  },
);

export const ProfileInfo = readModel("ProfileInfo", "A profile.", {
  id: z.string().describe("Combined id: <ownerType>.<ownerId>.<id>."),
  ownerType: z.enum(ownerTypes),
  ownerId: z.string(),
  schema: z.string().describe("Combined id of the schema that it narrows."),
  name: z.string(),
  author: z.string().optional(),
  version: z.string().optional(),
  description: z.string().optional(),
  public: z.boolean(),
  mandatoryFeatureTypes: z.array(z.string()),
  constraints: z.array(PropertyConstraint),
  conditions: z.array(ConsistencyCondition),
  taggedValues: z.array(TaggedValue),
  created: milliseconds,
  createdBy: z.string().optional().describe("Id of the user who created it."),
  lastModified: milliseconds,
});
export type ProfileInfo = z.output<typeof ProfileInfo>;
