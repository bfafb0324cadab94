import { z } from "zod";
import { designed } from "../evidence";
import { Feedback } from "../models";
import { operation } from "../operation";
import { ofOwner } from "../store/ident";
import { NewProfile, ProfileInfo, ProfileUpdate } from "./profile-models";
import { service } from "./service";

const oneProfile = {
  tag: "Profiles",
  path: "/profiles/{ownerType}/{ownerId}/{profileId}",
  pathParameters: { ...ofOwner, profileId: z.string().min(1).max(100).describe("Id of the profile.") },
} as const;

export const getSchemaProfiles = operation(service, {
  id: "getSchemaProfiles",
  tag: "Profiles",
  method: "GET",
  path: "/profiles",
  summary: "All profiles that the caller can see, ordered by combined id",
  answer: z.array(ProfileInfo),
  access: "public",
  paged: true,
  evidence: designed("platform#profile-contents", "the list of profiles"),
});

export const getSchemaProfile = operation(service, {
  ...oneProfile,
  id: "getSchemaProfile",
  method: "GET",
  summary: "A profile",
  answer: ProfileInfo,
  access: "public",
  refusals: [404],
  evidence: designed("platform#profile-contents", "the page of a profile"),
});

export const createSchemaProfile = operation(service, {
  id: "createSchemaProfile",
  tag: "Profiles",
  method: "POST",
  path: "/profiles/{ownerType}/{ownerId}",
  summary: "Create a profile of a schema",
  pathParameters: ofOwner,
  body: NewProfile,
  answer: ProfileInfo,
  status: 201,
  refusals: [404, 422],
  evidence: designed("platform#profile-contents", "«Create Profile»"),
});

export const updateSchemaProfile = operation(service, {
  ...oneProfile,
  id: "updateSchemaProfile",
  method: "PUT",
  summary: "Change a profile",
  body: ProfileUpdate,
  answer: ProfileInfo,
  refusals: [404, 422],
  evidence: designed("platform#profile-contents", "what a profile holds"),
});

export const copySchemaProfile = operation(service, {
  ...oneProfile,
  id: "copySchemaProfile",
  method: "POST",
  path: "/profiles/{ownerType}/{ownerId}/{profileId}/copy",
  summary: "Copy a profile; the copy has «copy» after its name",
  description:
    "The copy belongs to the caller's organisation. A profile of another organisation and its schema have to be public.",
  query: {
    organisation: z
      .string()
      .min(1)
      .max(100)
      .describe("Organisation that gets the copy. Default: the owner of the profile."),
  },
  answer: ProfileInfo,
  status: 201,
  refusals: [404],
  evidence: designed("platform#profile-copies", "copying a profile"),
});

export const deleteSchemaProfile = operation(service, {
  ...oneProfile,
  id: "deleteSchemaProfile",
  method: "DELETE",
  summary: "Delete a profile, irrecoverably",
  answer: Feedback,
  refusals: [404],
  evidence: designed("platform#profile-contents", "the page of a profile"),
});
