import { findBucketFault } from "../../server/kernel/bucket-check.ts"

// A process of its own: which certificates are believed is read when a process starts.
const fault = await findBucketFault(JSON.parse(process.env.BUCKET ?? "{}"))
console.log(fault ?? "in order")
