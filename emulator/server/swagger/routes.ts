import type { Request, Response } from "express";
import { send, text, type OutgoingAnswer } from "../answer";
import { asset, assets } from "./assets";
import { page } from "./page";

type Route = readonly [path: string, handlers: { readonly get: (request: Request, response: Response) => void }];

/** The page on which a person tries operations out, at the path that it has on the platform. */
export const swaggerRoutes: readonly Route[] = [
  at("/swagger", () => text(302, "text/plain", "The page is at /swagger/.\n", { location: "swagger/" })),
  at("/swagger/", page),
  ...assets.map(([name, type]) => at(`/swagger/${name}`, () => asset(name, type))),
];

function at(path: string, answer: () => OutgoingAnswer): Route {
  const get = (_request: Request, response: Response): void => {
    send(response, answer());
  };
  return [path, { get }];
}
