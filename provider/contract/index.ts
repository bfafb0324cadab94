import * as accounts from "./accounts";
import * as actions from "./actions";
import * as interactions from "./interactions";
import { isOperation, type Operation, type ServiceInfo } from "./operation";
import * as projects from "./projects";
import * as reports from "./reports";
import * as resources from "./resources";
import * as schemas from "./schemas";
import * as store from "./store";
import * as workflows from "./workflows";

export interface Service extends ServiceInfo {
  readonly operations: readonly Operation[];
}

function collect(module: { readonly service: ServiceInfo } & Readonly<Record<string, unknown>>): Service {
  return { ...module.service, operations: [...new Set(Object.values<unknown>(module).filter(isOperation))] };
}

/** The services that the embedded hale»connect serves so far; others join them with what serves them. */
export const services: readonly Service[] = [
  accounts,
  resources,
  actions,
  ...store.stores,
  schemas,
  projects,
  interactions,
  workflows,
  reports,
].map(collect);

export const allOperations: readonly Operation[] = services.flatMap((service) => service.operations);

export const operationsByKey: ReadonlyMap<string, Operation> = new Map(
  allOperations.map((operation) => [operation.key, operation]),
);

export { accounts, actions, interactions, projects, reports, resources, schemas, store, workflows };
export * from "./documents";
export * from "./evidence";
export * from "./files";
export * from "./headers";
export * from "./models";
export * from "./operation";
export * from "./roles";
export * from "./sources";
