import path from "node:path";
import express, { type Express, type NextFunction, type Request, type Response } from "express";
import { faultOf, notFound } from "./core/fault";
import { mount, sendFault } from "./core/routing";
import type { State } from "./core/state";
import { allRoutes } from "./services";

export interface SeenRequest {
  method: string;
  path: string;
}

/** The platform as an express application. It tells `see` of every request. */
export function appOf(state: State, see: (request: SeenRequest) => void): Express {
  const app = express();
  app.disable("x-powered-by");
  app.enable("case sensitive routing");
  app.use((request, _response, next) => {
    see({ method: request.method, path: request.path });
    next();
  });
  app.use("/docs", express.static(path.join(__dirname, "documents"), { index: false }));
  app.use(express.json({ limit: "1mb" }));
  mount(app, state, allRoutes);
  app.use((request) => {
    throw notFound(`operation ${request.method} ${request.path}`);
  });
  app.use((error: unknown, _request: Request, response: Response, next: NextFunction) => {
    if (response.headersSent) {
      next(error);
      return;
    }
    sendFault(response, faultOf(error));
  });
  return app;
}
