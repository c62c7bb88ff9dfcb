/* tambour-account.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-account.h"

G_DEFINE_ENUM_TYPE (TambourAccountStatus, tambour_account_status,
                    G_DEFINE_ENUM_VALUE (TAMBOUR_ACCOUNT_STATUS_ONBOARDING, "onboarding"),
                    G_DEFINE_ENUM_VALUE (TAMBOUR_ACCOUNT_STATUS_ACTIVE, "active"),
                    G_DEFINE_ENUM_VALUE (TAMBOUR_ACCOUNT_STATUS_AT_RISK, "at_risk"),
                    G_DEFINE_ENUM_VALUE (TAMBOUR_ACCOUNT_STATUS_LEAVING, "leaving"),
                    G_DEFINE_ENUM_VALUE (TAMBOUR_ACCOUNT_STATUS_CLOSED, "closed"))

G_DEFINE_ENUM_TYPE (TambourEntitlementKind, tambour_entitlement_kind,
                    G_DEFINE_ENUM_VALUE (TAMBOUR_ENTITLEMENT_KIND_CALL, "call"),
                    G_DEFINE_ENUM_VALUE (TAMBOUR_ENTITLEMENT_KIND_AUDIT, "audit"),
                    G_DEFINE_ENUM_VALUE (TAMBOUR_ENTITLEMENT_KIND_TRAINING_HOUR, "training_hour"),
                    G_DEFINE_ENUM_VALUE (TAMBOUR_ENTITLEMENT_KIND_TAM_HOUR, "tam_hour"),
                    G_DEFINE_ENUM_VALUE (TAMBOUR_ENTITLEMENT_KIND_ONSITE_DAY, "onsite_day"),
                    G_DEFINE_ENUM_VALUE (TAMBOUR_ENTITLEMENT_KIND_EBR, "ebr"),
                    G_DEFINE_ENUM_VALUE (TAMBOUR_ENTITLEMENT_KIND_EARLY_ACCESS, "early_access"),
                    G_DEFINE_ENUM_VALUE (TAMBOUR_ENTITLEMENT_KIND_NAMED_CONTACT, "named_contact"))

static const TambourField tambour_account_fields[] = {
  { TAMBOUR_FIELD (TambourAccount, name), .label = N_("Name"),
    .flags = TAMBOUR_FIELD_REQUIRED | TAMBOUR_FIELD_TITLE | TAMBOUR_FIELD_SEARCHED | TAMBOUR_FIELD_CUSTOMER },
  { TAMBOUR_FIELD (TambourAccount, short_code), .label = N_("Short code"),
    .flags = TAMBOUR_FIELD_SEARCHED | TAMBOUR_FIELD_INDEXED | TAMBOUR_FIELD_CUSTOMER },
  { TAMBOUR_FIELD (TambourAccount, industry), .label = N_("Industry"),
    .flags = TAMBOUR_FIELD_SEARCHED | TAMBOUR_FIELD_CUSTOMER },
  { TAMBOUR_FIELD (TambourAccount, region), .label = N_("Region"),
    .flags = TAMBOUR_FIELD_SEARCHED | TAMBOUR_FIELD_CUSTOMER },
  { TAMBOUR_FIELD (TambourAccount, status), .label = N_("Status"),
    .flags = TAMBOUR_FIELD_INDEXED, .choice = tambour_account_status_get_type, .merge = TAMBOUR_MERGE_LATEST },
  { TAMBOUR_FIELD (TambourAccount, plan_id), .label = N_("Plan"),
    .flags = TAMBOUR_FIELD_CUSTOMER, .target = "plan" },
  { TAMBOUR_FIELD (TambourAccount, report_tz), .label = N_("Report time zone"),
    .flags = TAMBOUR_FIELD_CUSTOMER },
  { TAMBOUR_FIELD (TambourAccount, report_lang), .label = N_("Report language"),
    .flags = TAMBOUR_FIELD_CUSTOMER },
  { TAMBOUR_FIELD (TambourAccount, currency), .label = N_("Currency"),
    .flags = TAMBOUR_FIELD_CUSTOMER },
  { TAMBOUR_FIELD (TambourAccount, fiscal_year_start), .label = N_("Fiscal year start"),
    .flags = TAMBOUR_FIELD_CUSTOMER },
  { TAMBOUR_FIELD (TambourAccount, brand_colour), .label = N_("Brand colour"),
    .flags = TAMBOUR_FIELD_CUSTOMER },
  { TAMBOUR_FIELD (TambourAccount, objective_summary), .label = N_("Objectives"),
    .flags = TAMBOUR_FIELD_SEARCHED | TAMBOUR_FIELD_CUSTOMER | TAMBOUR_FIELD_LONG },
};

TAMBOUR_DEFINE_RECORD (TambourAccount, tambour_account, 1, "account", "accounts", N_("Account"), 0)

static const TambourField tambour_agreement_fields[] = {
  { TAMBOUR_FIELD (TambourAgreement, title), .label = N_("Title"),
    .flags = TAMBOUR_FIELD_TITLE | TAMBOUR_FIELD_SEARCHED | TAMBOUR_FIELD_CUSTOMER },
  { TAMBOUR_FIELD (TambourAgreement, start), .label = N_("Start"),
    .flags = TAMBOUR_FIELD_REQUIRED | TAMBOUR_FIELD_INDEXED | TAMBOUR_FIELD_CUSTOMER },
  { TAMBOUR_FIELD (TambourAgreement, end), .label = N_("End"),
    .flags = TAMBOUR_FIELD_REQUIRED | TAMBOUR_FIELD_INDEXED | TAMBOUR_FIELD_CUSTOMER },
  { TAMBOUR_FIELD (TambourAgreement, fee), .label = N_("Fee"),
    .flags = TAMBOUR_FIELD_CUSTOMER },
  { TAMBOUR_FIELD (TambourAgreement, plan_id), .label = N_("Plan"),
    .flags = TAMBOUR_FIELD_CUSTOMER, .target = "plan" },
  { TAMBOUR_FIELD (TambourAgreement, auto_renew), .label = N_("Renews by itself"),
    .merge = TAMBOUR_MERGE_LATEST },
  { TAMBOUR_FIELD (TambourAgreement, notice_days), .label = N_("Days of notice") },
  { TAMBOUR_FIELD (TambourAgreement, sponsor_id), .label = N_("Sponsor"),
    .flags = TAMBOUR_FIELD_CUSTOMER, .target = "contact" },
  { TAMBOUR_FIELD (TambourAgreement, review_on), .label = N_("Review date"),
    .flags = TAMBOUR_FIELD_CUSTOMER },
  { TAMBOUR_FIELD (TambourAgreement, signed_doc), .label = N_("Signed doc") },
};

TAMBOUR_DEFINE_RECORD (TambourAgreement, tambour_agreement, 2, "agreement", "agreements", N_("Agreement"), 0)

static const TambourField tambour_plan_fields[] = {
  { TAMBOUR_FIELD (TambourPlan, code), .label = N_("Code"),
    .flags = TAMBOUR_FIELD_REQUIRED | TAMBOUR_FIELD_TITLE | TAMBOUR_FIELD_SEARCHED | TAMBOUR_FIELD_INDEXED | TAMBOUR_FIELD_CUSTOMER },
  { TAMBOUR_FIELD (TambourPlan, name), .label = N_("Name"),
    .flags = TAMBOUR_FIELD_SEARCHED | TAMBOUR_FIELD_CUSTOMER },
  { TAMBOUR_FIELD (TambourPlan, channels), .label = N_("Channels"),
    .flags = TAMBOUR_FIELD_CUSTOMER, .merge = TAMBOUR_MERGE_UNION },
  { TAMBOUR_FIELD (TambourPlan, named_contact_limit), .label = N_("Named contact limit"),
    .flags = TAMBOUR_FIELD_CUSTOMER },
  { TAMBOUR_FIELD (TambourPlan, lead_days), .label = N_("Notice of changes in working days") },
  { TAMBOUR_FIELD (TambourPlan, has_tam), .label = N_("Has a TAM"),
    .flags = TAMBOUR_FIELD_CUSTOMER, .merge = TAMBOUR_MERGE_LATEST },
};

TAMBOUR_DEFINE_RECORD (TambourPlan, tambour_plan, 3, "plan", "plans", N_("Plan"), 0)

static const TambourField tambour_entitlement_fields[] = {
  { TAMBOUR_FIELD (TambourEntitlement, agreement_id), .label = N_("Agreement"),
    .flags = TAMBOUR_FIELD_INDEXED | TAMBOUR_FIELD_CUSTOMER, .target = "agreement" },
  { TAMBOUR_FIELD (TambourEntitlement, kind), .label = N_("Kind"),
    .flags = TAMBOUR_FIELD_REQUIRED | TAMBOUR_FIELD_TITLE | TAMBOUR_FIELD_CUSTOMER, .choice = tambour_entitlement_kind_get_type, .merge = TAMBOUR_MERGE_LATEST },
  { TAMBOUR_FIELD (TambourEntitlement, granted), .label = N_("Granted"),
    .flags = TAMBOUR_FIELD_CUSTOMER },
  { TAMBOUR_FIELD (TambourEntitlement, period), .label = N_("Period"),
    .flags = TAMBOUR_FIELD_CUSTOMER },
};

TAMBOUR_DEFINE_RECORD (TambourEntitlement, tambour_entitlement, 4, "entitlement", "entitlements", N_("Entitlement"), 0)

static const TambourField tambour_entitlement_use_fields[] = {
  { TAMBOUR_FIELD (TambourEntitlementUse, entitlement_id), .label = N_("Entitlement"),
    .flags = TAMBOUR_FIELD_REQUIRED | TAMBOUR_FIELD_INDEXED | TAMBOUR_FIELD_CUSTOMER, .target = "entitlement" },
  { TAMBOUR_FIELD (TambourEntitlementUse, on), .label = N_("Date"),
    .flags = TAMBOUR_FIELD_REQUIRED | TAMBOUR_FIELD_TITLE | TAMBOUR_FIELD_INDEXED | TAMBOUR_FIELD_CUSTOMER },
  { TAMBOUR_FIELD (TambourEntitlementUse, amount), .label = N_("Amount"),
    .flags = TAMBOUR_FIELD_CUSTOMER },
  { TAMBOUR_FIELD (TambourEntitlementUse, source_record), .label = N_("Source record") },
};

TAMBOUR_DEFINE_RECORD (TambourEntitlementUse, tambour_entitlement_use, 5, "entitlement_use", "entitlement_uses", N_("Entitlement use"), 0)
