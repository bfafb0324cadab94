import type { Request, Response } from "express";
import { send, text } from "./answer";
import { controlPath } from "./control";

/** Whoever opens the platform is sent to the identity provider, of which this is all that there is. */
const signOnPath = "/realms/hale-connect/protocol/openid-connect/auth";
export const signOnRoutes = [
  {
    path: "/",
    methods: {
      get: (_request: Request, response: Response): void => {
        response.redirect(302, `${signOnPath}?client_id=hale-connect&response_type=code`);
      },
    },
  },
  {
    path: signOnPath,
    methods: {
      get: (_request: Request, response: Response): void => {
        send(response, text(200, "text/plain", signOnPage));
      },
    },
  },
];

const signOnPage = `This stands for the identity provider of an embedded hale»connect. POST ${controlPath}/sign-in with {"username": "..."} signs somebody in, and answers a token.\n`;
