/**
 * The front door of the module. The modules above declare what people are told, and tell it within their writes;
 * `accounts`, which is below, has both from the kernel.
 */

export {
  declareNotice,
  type Find,
  type Letter,
  type News,
  type NoticeParts,
  notify,
  type Recipient,
} from "../kernel/notices.ts"
export { noticeJobs } from "./delivery.ts"
