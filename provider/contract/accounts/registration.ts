import { z } from "zod";
import { designed } from "../evidence";
import { Feedback, readModel, sentModel } from "../models";
import { operation } from "../operation";
import { service, userId } from "./service";
import { initialPassword, NewUser, UserInfo } from "./users";

export const Registration = sentModel("Registration", "A person who registers without an invitation.", {
  username: NewUser.shape.username,
  fullName: NewUser.shape.fullName,
  email: NewUser.shape.email,
  password: initialPassword,
});

export const Activation = sentModel("Activation", "The key of the activation mail.", {
  key: z.string().min(1),
  password: initialPassword.optional().describe("Needed if the user has no password yet."),
});

const configuration = {
  selfRegistration: z.boolean().describe("Whether people can register by themselves. Default: false."),
  activationHours: z
    .number()
    .int()
    .min(1)
    .max(8760)
    .describe("How many hours an activation link is valid. Default: 24."),
};

export const RegistrationConfiguration = readModel(
  "RegistrationConfiguration",
  "How accounts come about.",
  configuration,
);

export const RegistrationConfigurationUpdate = sentModel(
  "RegistrationConfigurationUpdate",
  "Changes: a field that you leave out stays as it is.",
  {
    selfRegistration: configuration.selfRegistration.optional(),
    activationHours: configuration.activationHours.optional(),
  },
);

export const SystemInfo = readModel("SystemInfo", "What runs here.", {
  version: z.string(),
  organisations: z.number().int(),
  users: z.number().int(),
});

export const register = operation(service, {
  id: "register",
  tag: "Login",
  method: "POST",
  path: "/registrations",
  summary: "Register; the account is active after the mailed link was followed",
  body: Registration,
  answer: UserInfo,
  status: 201,
  access: "public",
  refusals: [409, 422],
  evidence: designed("platform#self-registration", "self-registration"),
});

export const confirmActivation = operation(service, {
  id: "confirmActivation",
  tag: "Login",
  method: "PUT",
  path: "/registrations",
  summary: "Activate an account with the key in the link",
  body: Activation,
  answer: UserInfo,
  access: "public",
  refusals: [404, 422],
  evidence: designed("platform#user-creation", "the activation mail"),
});

export const getRegistrationConfiguration = operation(service, {
  id: "getRegistrationConfiguration",
  tag: "Configuration",
  method: "GET",
  path: "/configuration/registration",
  summary: "How accounts come about",
  answer: RegistrationConfiguration,
  access: "public",
  evidence: designed("platform#registration-settings", "the group «Configuration»"),
});

export const updateRegistrationConfiguration = operation(service, {
  id: "updateRegistrationConfiguration",
  tag: "Configuration",
  method: "PUT",
  path: "/configuration/registration",
  summary: "Change how accounts come about (administrators only)",
  body: RegistrationConfigurationUpdate,
  answer: RegistrationConfiguration,
  refusals: [422],
  evidence: designed("platform#registration-settings", "the group «Configuration»"),
});

export const getSystemInfo = operation(service, {
  id: "getSystemInfo",
  tag: "Admin",
  method: "GET",
  path: "/admin/system",
  summary: "What runs here (administrators, and roles that may view it)",
  answer: SystemInfo,
  evidence: designed("platform#permissions", "the flag viewSystemInfo"),
});

export const resendActivation = operation(service, {
  id: "resendActivation",
  tag: "Admin",
  method: "POST",
  path: "/admin/users/{userId}/activation",
  summary: "Send the activation link once more",
  pathParameters: { userId },
  answer: Feedback,
  afterDoubt: "repeat",
  refusals: [404, 409],
  evidence: designed("platform#user-creation", "the activation mail"),
});
