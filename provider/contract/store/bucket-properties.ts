import { z } from "zod";
import { designed } from "../evidence";
import { Feedback } from "../models";
import { operation, type ServiceInfo } from "../operation";
import { asSeenInProjects } from "./evidence";
import { ofBucket } from "./ident";
import { bucketPropertyNames, propertyValue } from "./properties";
import type { Variant } from "./variant";

const ofProperty = {
  ...ofBucket,
  property: z
    .string()
    .min(1)
    .max(100)
    .describe(`Name of the property: ${bucketPropertyNames.map((name) => `\`${name}\``).join(", ")}.`),
};

/** Properties of a bucket, one by one. */
export function changingProperties(service: ServiceInfo, variant: Variant) {
  const setBucketProperty = operation(service, {
    id: "setBucketProperty",
    tag: "Buckets",
    method: "PUT",
    path: "/buckets/{ownerType}/{ownerId}/{bucketId}/p/{property}",
    summary: "Set a property of a bucket",
    description: "`author` and other texts: a bare JSON text; `sharingOptions`: an object.",
    pathParameters: ofProperty,
    body: propertyValue,
    answer: Feedback,
    refusals: [404, 422],
    evidence: asSeenInProjects(variant, {
      name: "certain",
      path: "certain",
      body: "certain",
      source: ["platform#operations-of-hale-studio", "platform#bucket-properties"],
    }),
  });

  const deleteBucketProperty = operation(service, {
    id: "deleteBucketProperty",
    tag: "Buckets",
    method: "DELETE",
    path: "/buckets/{ownerType}/{ownerId}/{bucketId}/p/{property}",
    summary: "Delete a property of a bucket",
    pathParameters: ofProperty,
    answer: Feedback,
    refusals: [404],
    evidence: designed("platform#bucket-properties", "the counterpart of setting one"),
  });

  return { setBucketProperty, deleteBucketProperty };
}
