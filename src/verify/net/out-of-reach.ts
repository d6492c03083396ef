import { Unreachable } from './unreachable.ts'

/**
 * Something that stays unanswered however often it is asked: an address where we do not go, an answer larger than we
 * take. Where a publisher chose the address, it is the publisher who can change that.
 */
export class OutOfReach extends Unreachable {}

/** DNS knows no address for a host: there is none, or this machine is cut off from DNS. */
export class NoSuchHost extends Unreachable {}
