import { z } from "zod";
import type { ServiceInfo } from "../operation";

/** The user service (docs/platform.md#user-service): login, users, organisations, permissions. */
export const service: ServiceInfo = {
  name: "accounts",
  folder: "/accounts",
  basePath: "/accounts/v1",
  title: "wetransform.to User Service",
  description: "Login and user management",
};

export const orgId = z.string().min(1).describe("Number of the organisation.");
export const userId = z.string().min(1).describe("Id of the user.");

/** Which roles there are is for the server to say (getRoles): an administrator may edit them (docs/platform.md#roles-and-permissions). */
export const roleId = z.string().min(1).max(100).describe("Id of a role that can be given in an organisation.");

/** A line of contact data. */
export const line = z
  .string()
  .max(500)
  .regex(/^[^\p{Cc}]*$/u, "a text on one line");

/** A name of 1 to 200 characters on one line, without white space at either end. */
export const nameOfSomething = z
  .string()
  .max(200)
  .regex(
    /^[^\s\p{Cc}]([^\p{Cc}]*[^\s\p{Cc}])?$/u,
    "1 to 200 characters on one line, without white space at either end",
  );

/** An address within the lengths that mail servers take (RFC 5321). */
export const email = z
  .email()
  .max(254)
  .refine((address) => address.lastIndexOf("@") <= 64, "an address with at most 64 characters before its @");

/** An address that may be cleared with an empty text. */
export const clearableEmail = z.union([email, z.literal("")]);

/** Free pairs that metadata templates can use; the whole set is replaced (docs/platform.md#organisations, docs/platform.md#users). */
export const customFields = z
  .record(
    z
      .string()
      .max(100)
      .regex(/^[^\p{Cc}]+$/u, "1 to 100 characters on one line"),
    z.string().max(10_000),
  )
  .describe("Free names and their values. This replaces the whole set.");
