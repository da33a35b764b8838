/** The report of a trademark notice as its file, byte for byte. */
export const trademarkReport = `{
  "xarf_version": "4.2.0",
  "report_id": "5f1c2a34-0000-4000-8000-000000000001",
  "timestamp": "2026-03-16T12:00:00.000Z",
  "reporter": {
    "org": "Alpenglühen Textil GmbH",
    "contact": "marken@alpengluehen.test",
    "domain": "alpengluehen.test"
  },
  "sender": {
    "org": "Redress",
    "contact": "notices@redress.test",
    "domain": "redress.test"
  },
  "source_identifier": "www.marketville.test",
  "evidence_source": "rights_holder",
  "category": "content",
  "type": "brand_infringement",
  "url": "https://www.marketville.test/item/1001",
  "domain": "www.marketville.test",
  "infringement_type": "counterfeit",
  "legitimate_site": "https://alpengluehen.test/",
  "target_brand": "ALPENGLÜHEN",
  "trademark_details": {
    "registration_number": "018123456",
    "jurisdiction": "EU",
    "category": [
      18,
      25
    ]
  },
  "products_offered": [
    "Jacket ALPENGLÜHEN new"
  ],
  "description": "The jackets bear our mark on the collar; we never made this model and the label shows a false code.",
  "redress": {
    "version": 1,
    "reference": "RD-2026-00012",
    "ground": "counterfeit",
    "language": "en",
    "regime": {
      "id": "a-regime",
      "effective_from": "2026-01-01",
      "citation": "Act § 5"
    },
    "listing": {
      "position": 1,
      "of": 1,
      "title": "Jacket ALPENGLÜHEN new",
      "seller": "cheapgoods88"
    },
    "rights": [
      {
        "kind": "trademark",
        "title": "ALPENGLÜHEN",
        "number": "018123456",
        "office": "EUIPO",
        "classes": [
          18,
          25
        ],
        "valid_from": "2019-05-02",
        "valid_to": "2029-05-02"
      }
    ],
    "statements": [
      {
        "kind": "good_faith",
        "wording": "I state my goodFaith."
      },
      {
        "kind": "accuracy",
        "wording": "I state my accuracy."
      },
      {
        "kind": "authority",
        "wording": "I state my authority."
      }
    ],
    "signature": {
      "name": "Eva Berger",
      "capacity": "Head of Legal"
    },
    "evidence_urls": [
      "https://evidence.redress.test/f/1"
    ]
  }
}
`;

/** The report of a copyright notice at a file host. */
export const workReport = `{
  "xarf_version": "4.2.0",
  "report_id": "5f1c2a34-0000-4000-8000-000000000001",
  "timestamp": "2026-03-16T12:00:00.000Z",
  "reporter": {
    "org": "Alpenglühen Textil GmbH",
    "contact": "marken@alpengluehen.test",
    "domain": "alpengluehen.test"
  },
  "sender": {
    "org": "Redress",
    "contact": "notices@redress.test",
    "domain": "redress.test"
  },
  "source_identifier": "shop.test",
  "evidence_source": "rights_holder",
  "category": "copyright",
  "infringing_url": "https://shop.test/item/1",
  "work_title": "Summer Catalogue 2025",
  "rights_holder": "Alpenglühen Textil GmbH",
  "type": "cyberlocker",
  "hosting_service": "Filehaven",
  "description": "The jackets bear our mark on the collar; we never made this model and the label shows a false code.",
  "redress": {
    "version": 1,
    "reference": "RD-2026-00012",
    "ground": "copyright-copy",
    "language": "en",
    "regime": {
      "id": "a-regime",
      "effective_from": "2026-01-01",
      "citation": "Act § 5"
    },
    "listing": {
      "position": 1,
      "of": 1
    },
    "rights": [
      {
        "kind": "copyright",
        "title": "Summer Catalogue 2025"
      }
    ],
    "statements": [
      {
        "kind": "good_faith",
        "wording": "I state my goodFaith."
      },
      {
        "kind": "accuracy",
        "wording": "I state my accuracy."
      },
      {
        "kind": "authority",
        "wording": "I state my authority."
      }
    ],
    "signature": {
      "name": "Eva Berger",
      "capacity": "Head of Legal"
    }
  }
}
`;
