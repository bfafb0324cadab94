import { z } from "zod";
import { designed } from "../evidence";
import { Feedback, milliseconds, readModel, sentModel } from "../models";
import { operation } from "../operation";
import { orgId, service } from "./service";

/** `valid`: also one whose time has yet to come. */
export const tokenState = z.enum(["valid", "expired", "revoked"]);

export const OrganisationToken = readModel(
  "OrganisationToken",
  "A token for an organisation's protected OGC services. The token itself is shown only once.",
  {
    id: z.string().min(1),
    name: z.string().describe("What the token is for."),
    organisation: z.string().min(1).describe("Id of the organisation whose services the token opens."),
    validFrom: milliseconds,
    validUntil: milliseconds,
    reminder: milliseconds.optional().describe("When a mail reminds of the end of the token."),
    state: tokenState,
    token: z.string().optional().describe("The token itself, only in the answer that makes it."),
    createdBy: z.string().optional(),
    created: milliseconds.optional().describe("When its newest secret was made."),
  },
);

/** Two weeks (docs/platform.md#datasets-and-services). */
export const defaultTokenDays = 14;

const span = {
  validFrom: milliseconds.optional().describe("When the token becomes valid. Default: at once."),
  validDays: z.number().int().min(1).max(3660).optional().describe("How many days the token is valid. Default: 14."),
  reminder: milliseconds.optional().describe("When a mail reminds of the end of the token. Default: never."),
};

export const NewOrganisationToken = sentModel("NewOrganisationToken", "A token to make.", {
  name: z
    .string()
    .max(200)
    .regex(/^[^\p{Cc}]+$/u, "1 to 200 characters on one line"),
  organisation: orgId,
  ...span,
});

export const TokenRegeneration = sentModel(
  "TokenRegeneration",
  "A new secret, and a new time for which it is valid.",
  span,
);

const tokenId = z.string().min(1).describe("Id of the token.");

export const getOrganisationTokens = operation(service, {
  id: "getOrganisationTokens",
  tag: "Tokens",
  method: "GET",
  path: "/tokens",
  summary: "The tokens of the organisations that the caller manages, ordered by id",
  description: "Mirrors the token management, which filters by organisation and purpose.",
  query: { organisation: orgId, name: z.string().describe("Purpose of the token, exactly as it was given.") },
  answer: z.array(OrganisationToken),
  paged: true,
  evidence: designed("platform#organisation-tokens", "the token management"),
});

export const getOrganisationToken = operation(service, {
  id: "getOrganisationToken",
  tag: "Tokens",
  method: "GET",
  path: "/tokens/{tokenId}",
  summary: "A token, without its secret",
  pathParameters: { tokenId },
  answer: OrganisationToken,
  refusals: [404],
  evidence: designed("platform#organisation-tokens", "«inspect»"),
});

export const createOrganisationToken = operation(service, {
  id: "createOrganisationToken",
  tag: "Tokens",
  method: "POST",
  path: "/tokens",
  summary: "Make a token for an organisation's protected services; only this answer shows it",
  body: NewOrganisationToken,
  answer: OrganisationToken,
  status: 201,
  refusals: [422],
  evidence: designed("platform#organisation-tokens", "«Generate token»"),
});

export const regenerateOrganisationToken = operation(service, {
  id: "regenerateOrganisationToken",
  tag: "Tokens",
  method: "POST",
  path: "/tokens/{tokenId}/regeneration",
  summary: "Replace a token with a new one; only this answer shows it, and the old one is no longer accepted",
  pathParameters: { tokenId },
  body: TokenRegeneration,
  answer: OrganisationToken,
  afterDoubt: "repeat",
  refusals: [404, 422],
  evidence: designed("platform#organisation-tokens", "«regenerate»"),
});

export const revokeOrganisationToken = operation(service, {
  id: "revokeOrganisationToken",
  tag: "Tokens",
  method: "PUT",
  path: "/tokens/{tokenId}/revocation",
  summary: "Revoke a token; it stays in the list",
  pathParameters: { tokenId },
  answer: OrganisationToken,
  refusals: [404],
  evidence: designed("platform#organisation-tokens", "the state «Revoked»"),
});

export const removeOrganisationToken = operation(service, {
  id: "removeOrganisationToken",
  tag: "Tokens",
  method: "DELETE",
  path: "/tokens/{tokenId}",
  summary: "Remove a token; it is no longer accepted",
  pathParameters: { tokenId },
  answer: Feedback,
  refusals: [404],
  evidence: designed("platform#organisation-tokens", "«remove»"),
});
