export type { AddressFault } from './address/address-parts.js';
export type { CanonicalAddress } from './address/canonical-address.js';
export { canonicalAddress, mostCharacters, readableAddress } from './address/canonical-address.js';
export type { ListingRecogniser } from './recognise/listing-recogniser.js';
export { listingRecogniser } from './recognise/listing-recogniser.js';
export type { Listing, NotAListing, NotListingReason, Recognised } from './recognise/recognised.js';
export type { FoundListing, FoundOther, TextReading } from './text/read-text.js';
export { readText, textLimits } from './text/read-text.js';
