import * as accounts from "./accounts";
import * as actions from "./actions";
import { isOperation, type Operation, type ServiceInfo } from "./operation";
import * as resources from "./resources";

export interface Service extends ServiceInfo {
  readonly operations: readonly Operation[];
}

function collect(module: { readonly service: ServiceInfo } & Readonly<Record<string, unknown>>): Service {
  return { ...module.service, operations: Object.values<unknown>(module).filter(isOperation) };
}

/** Every service that the contract declares so far, each with its operations. */
export const services: readonly Service[] = [collect(accounts), collect(resources), collect(actions)];

export const allOperations: readonly Operation[] = services.flatMap((service) => service.operations);

export { accounts, actions, resources };
export * from "./evidence";
export * from "./files";
export * from "./headers";
export * from "./models";
export * from "./operation";
export * from "./roles";
