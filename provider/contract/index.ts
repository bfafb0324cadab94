import * as accounts from "./accounts";
import * as actions from "./actions";
import { isOperation, type Operation, type ServiceInfo } from "./operation";

export interface Service extends ServiceInfo {
  readonly operations: readonly Operation[];
}

function collect(module: { readonly service: ServiceInfo } & Readonly<Record<string, unknown>>): Service {
  return { ...module.service, operations: Object.values<unknown>(module).filter(isOperation) };
}

/** Every service that the contract declares so far, each with its operations. */
export const services: readonly Service[] = [collect(accounts), collect(actions)];

export const allOperations: readonly Operation[] = services.flatMap((service) => service.operations);

export { accounts, actions };
export * from "./evidence";
export * from "./headers";
export * from "./models";
export * from "./operation";
export * from "./roles";
