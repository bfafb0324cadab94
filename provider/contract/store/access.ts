import { z } from "zod";
import { designed } from "../evidence";
import { Feedback } from "../models";
import { operation, type ServiceInfo } from "../operation";
import { asSeenInProjects } from "./evidence";
import { ofBucket } from "./ident";
import type { Models } from "./models";
import type { Variant } from "./variant";

/** Which permission on a bucket the caller has. */
export function testingPermissions(service: ServiceInfo, variant: Variant) {
  const testBucketPermission = operation(service, {
    id: "testBucketPermission",
    tag: "Permissions",
    method: "GET",
    path: "/permissions/{permission}/{combinedBucketId}",
    summary: "Whether the caller has a permission on a bucket: any 2xx for yes, 403 for no",
    description: "Nobody has a permission on a bucket that does not exist.",
    pathParameters: {
      permission: z.string().min(1).max(100).describe("`read`, `edit`, `delete` or another of the roles."),
      combinedBucketId: z.string().min(1).max(300).describe("<ownerType>.<ownerId>.<bucketId>"),
    },
    answer: z.undefined(),
    gives: "nothing",
    access: "public",
    refusals: [403],
    evidence: asSeenInProjects(variant, {
      name: "certain",
      path: "designed",
      body: "certain",
      source: "platform#operations-of-hale-studio",
    }),
  });
  return { testBucketPermission };
}

/** With whom a bucket is shared, and who works on it: the conditions `shared` and `collaborator` (docs/platform.md#roles-and-permissions). */
export function sharingBuckets(service: ServiceInfo, { BucketDetail }: Models) {
  const withOrganisation = {
    tag: "Buckets",
    path: "/buckets/{ownerType}/{ownerId}/{bucketId}/sharing/{orgId}",
    pathParameters: { ...ofBucket, orgId: z.string().min(1).max(100).describe("Number of the other organisation.") },
    evidence: designed("platform#conditions", "the condition «shared»"),
  } as const;
  const withUser = {
    tag: "Buckets",
    path: "/buckets/{ownerType}/{ownerId}/{bucketId}/collaborators/{userId}",
    pathParameters: { ...ofBucket, userId: z.string().min(1).max(100).describe("Id of the user.") },
    evidence: designed("platform#conditions", "the condition «collaborator»"),
  } as const;

  const shareBucket = operation(service, {
    ...withOrganisation,
    id: "shareBucket",
    method: "POST",
    summary: "Share a bucket with an organisation, whose members can then read it",
    answer: BucketDetail,
    status: 201,
    refusals: [404, 409],
  });

  const unshareBucket = operation(service, {
    ...withOrganisation,
    id: "unshareBucket",
    method: "DELETE",
    summary: "Stop sharing a bucket with an organisation",
    answer: Feedback,
    refusals: [404],
  });

  const addCollaborator = operation(service, {
    ...withUser,
    id: "addCollaborator",
    method: "POST",
    summary: "Let a user work on a bucket: read and edit it",
    answer: BucketDetail,
    status: 201,
    refusals: [404, 409],
  });

  const removeCollaborator = operation(service, {
    ...withUser,
    id: "removeCollaborator",
    method: "DELETE",
    summary: "Let a user no longer work on a bucket",
    answer: Feedback,
    refusals: [404],
  });

  return { shareBucket, unshareBucket, addCollaborator, removeCollaborator };
}
