export { readState, StateReader, type StackState } from "./reading";
export { partsOfUrn, type OpenResource, type StateResource } from "./resource";
