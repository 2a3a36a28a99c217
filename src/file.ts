/**
 * Models as files: reading YAML and JSON with the place of every fault, writing them back, and the schema for editors.
 * Nothing here touches a disk; texts come in and go out.
 *
 * @packageDocumentation
 */
export { printModel, type ReadModel, type ReadOptions, read, readProgramme } from "./file/read.ts";
export { modelSchema } from "./file/schema.ts";
export { writeModel } from "./file/write.ts";
