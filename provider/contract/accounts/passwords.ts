import { z } from "zod";
import { designed } from "../evidence";
import { Feedback, sentModel } from "../models";
import { operation } from "../operation";
import { service, userId } from "./service";
import { initialPassword } from "./users";

export const PasswordChange = sentModel("PasswordChange", "A new password.", {
  password: initialPassword,
  currentPassword: z.string().optional().describe("Needed by those who change their own."),
});

export const PasswordResetRequest = sentModel("PasswordResetRequest", "Who forgot the password.", {
  username: z.string().min(1).describe("User name or e-mail address."),
});

export const PasswordReset = sentModel("PasswordReset", "A password, and the key of the link that was mailed.", {
  key: z.string().min(1),
  password: initialPassword,
});

export const changePassword = operation(service, {
  id: "changePassword",
  tag: "Users",
  method: "PUT",
  path: "/users/{userId}/password",
  summary: "Change a password",
  description:
    "By the user, with the current password; by an administrator or a Superuser of the user's organisation without it.",
  pathParameters: { userId },
  body: PasswordChange,
  answer: Feedback,
  refusals: [404, 422],
  evidence: designed("platform#passwords", "«change password»"),
});

export const requestPasswordReset = operation(service, {
  id: "requestPasswordReset",
  tag: "Login",
  method: "POST",
  path: "/passwords/resets",
  summary: "Have a link mailed by which a new password can be set",
  description: "The link is valid for 2 hours. The answer does not tell whether there is such a user.",
  body: PasswordResetRequest,
  answer: Feedback,
  access: "public",
  afterDoubt: "repeat",
  refusals: [422],
  evidence: designed("platform#passwords", "«Forgot your password?»"),
});

export const resetPassword = operation(service, {
  id: "resetPassword",
  tag: "Login",
  method: "PUT",
  path: "/passwords/resets",
  summary: "Set the password with the key of the mailed link",
  body: PasswordReset,
  answer: Feedback,
  access: "public",
  refusals: [404, 422],
  evidence: designed("platform#passwords", "the link of the mail"),
});
