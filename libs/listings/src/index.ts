export { canonicalAddress, readableAddress } from './address/canonical-address.js';
export type { ListingRecogniser } from './recognise/listing-recogniser.js';
export { listingRecogniser } from './recognise/listing-recogniser.js';
export type { Listing, NotListingReason } from './recognise/recognised.js';
export { notListingReasons } from './recognise/recognised.js';
export type { FoundListing, FoundOther, TextReading } from './text/read-text.js';
export { readText } from './text/read-text.js';
