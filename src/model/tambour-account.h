/* tambour-account.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-record.h"

G_BEGIN_DECLS

typedef enum
{
  TAMBOUR_ACCOUNT_STATUS_ONBOARDING,
  TAMBOUR_ACCOUNT_STATUS_ACTIVE,
  TAMBOUR_ACCOUNT_STATUS_AT_RISK,
  TAMBOUR_ACCOUNT_STATUS_LEAVING,
  TAMBOUR_ACCOUNT_STATUS_CLOSED,
} TambourAccountStatus;

#define TAMBOUR_TYPE_ACCOUNT_STATUS (tambour_account_status_get_type ())
GType tambour_account_status_get_type (void);

typedef enum
{
  TAMBOUR_ENTITLEMENT_KIND_CALL,
  TAMBOUR_ENTITLEMENT_KIND_AUDIT,
  TAMBOUR_ENTITLEMENT_KIND_TRAINING_HOUR,
  TAMBOUR_ENTITLEMENT_KIND_TAM_HOUR,
  TAMBOUR_ENTITLEMENT_KIND_ONSITE_DAY,
  TAMBOUR_ENTITLEMENT_KIND_EBR,
  TAMBOUR_ENTITLEMENT_KIND_EARLY_ACCESS,
  TAMBOUR_ENTITLEMENT_KIND_NAMED_CONTACT,
} TambourEntitlementKind;

#define TAMBOUR_TYPE_ENTITLEMENT_KIND (tambour_entitlement_kind_get_type ())
GType tambour_entitlement_kind_get_type (void);

/**
 * TambourAccount:
 *
 * A customer that somebody looks after.
 */
#define TAMBOUR_TYPE_ACCOUNT (tambour_account_get_type ())
TAMBOUR_DECLARE_RECORD (TambourAccount, tambour_account, ACCOUNT)

struct _TambourAccount
{
  TambourRecord  parent_instance;

  char          *name;
  char          *short_code;
  char          *industry;
  char          *region;
  guint          status;
  TambourRef     plan_id;
  char          *report_tz;
  char          *report_lang;
  char          *currency;
  char          *fiscal_year_start;
  char          *brand_colour;
  char          *objective_summary;
};

/**
 * TambourAgreement:
 *
 * A yearly agreement: its fee is prorated to a period by days (METRICS.md M62).
 */
#define TAMBOUR_TYPE_AGREEMENT (tambour_agreement_get_type ())
TAMBOUR_DECLARE_RECORD (TambourAgreement, tambour_agreement, AGREEMENT)

struct _TambourAgreement
{
  TambourRecord  parent_instance;

  char          *title;
  TambourDate    start;
  TambourDate    end;
  TambourMoney   fee;
  TambourRef     plan_id;
  bool           auto_renew;
  gint64         notice_days;
  TambourRef     sponsor_id;
  TambourDate    review_on;
  char          *signed_doc;
};

/**
 * TambourPlan:
 *
 * A support plan; its targets and calendars are the plan catalogue (RESPONSE-CLOCK.md).
 */
#define TAMBOUR_TYPE_PLAN (tambour_plan_get_type ())
TAMBOUR_DECLARE_RECORD (TambourPlan, tambour_plan, PLAN)

struct _TambourPlan
{
  TambourRecord  parent_instance;

  char          *code;
  char          *name;
  GStrv          channels;
  gint64         named_contact_limit;
  gint64         lead_days;  /* business days of notice before a planned change */
  bool           has_tam;
};

/**
 * TambourEntitlement:
 *
 * One line of what an agreement grants.
 */
#define TAMBOUR_TYPE_ENTITLEMENT (tambour_entitlement_get_type ())
TAMBOUR_DECLARE_RECORD (TambourEntitlement, tambour_entitlement, ENTITLEMENT)

struct _TambourEntitlement
{
  TambourRecord  parent_instance;

  TambourRef     agreement_id;
  guint          kind;
  gint64         granted;
  char          *period;
};

/**
 * TambourEntitlementUse:
 *
 * Something granted that was used.
 */
#define TAMBOUR_TYPE_ENTITLEMENT_USE (tambour_entitlement_use_get_type ())
TAMBOUR_DECLARE_RECORD (TambourEntitlementUse, tambour_entitlement_use, ENTITLEMENT_USE)

struct _TambourEntitlementUse
{
  TambourRecord  parent_instance;

  TambourRef     entitlement_id;
  TambourDate    on;
  gint64         amount;
  char          *source_record;
};

G_END_DECLS
