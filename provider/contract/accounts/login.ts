import { z } from "zod";
import { readModel, sentModel } from "../models";
import { operation } from "../operation";
import { service } from "./service";

export const Credentials = sentModel("Credentials", "The login of a person.", {
  username: z.string().describe("User name; the platform's login page takes the e-mail address too."),
  password: z.string(),
});

export const Token = readModel("Token", "A session.", {
  token: z.string().min(1).describe("JSON Web Token; sent as `Authorization: Bearer <token>`."),
});

export const login = operation(service, {
  id: "login",
  tag: "Login",
  method: "POST",
  path: "/auth/login",
  summary: "Login with username",
  description: "Login using username and password",
  body: Credentials,
  answer: Token,
  access: "public",
  afterDoubt: "repeat",
  evidence: { name: "certain", path: "certain", body: "certain", source: "platform#login" },
});
