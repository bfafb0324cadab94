import { z } from "zod";
import { designed } from "../evidence";
import { Feedback, sentModel } from "../models";
import { operation } from "../operation";
import { service, userId } from "./service";
import { initialPassword } from "./users";

export const PasswordChange = sentModel("PasswordChange", "A new password.", {
  password: initialPassword,
  currentPassword: z.string().optional().describe("Needed to change one's own password."),
});

export const PasswordResetRequest = sentModel("PasswordResetRequest", "The user who forgot the password.", {
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
    "The user needs the current password. An administrator or a Superuser of the user's organisation does not need it.",
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
  summary: "Send a link by mail with which the user can set a new password",
  description: "The link is valid for 2 hours. The answer does not show whether there is such a user.",
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
  summary: "Set the password with the key in the link",
  body: PasswordReset,
  answer: Feedback,
  access: "public",
  refusals: [404, 422],
  evidence: designed("platform#passwords", "the link of the mail"),
});
