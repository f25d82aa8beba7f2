package org.quadrille.cubes.analysis;

import java.util.List;

/**
 * What dimensions and measures are usually called, for cubes without annotations; the first name
 * that the cube has is taken.
 */
final class UsualNames {
  private UsualNames() {}

  static List<String> of(DimensionRole role) {
    return switch (role) {
      case TIME -> List.of("Time", "Date");
      case REGION -> List.of("Region", "Store", "Geography");
      case PRODUCT -> List.of("Product", "Products", "Article", "Item");
      case CUSTOMER -> List.of("Customer", "Customers", "Client", "Clients");
      case EMPLOYEE -> List.of("Employee", "Employees", "Salesperson");
      case CHANNEL -> List.of("Channel", "Sales Channel");
      case PROMOTION -> List.of("Promotion", "Promotions");
      case COMPETITOR -> List.of("Competitor", "Competitors");
      case REASON -> List.of("Reason", "Reasons");
      case PROSPECT -> List.of("Prospect", "Prospects");
    };
  }

  static List<String> of(MeasureRole role) {
    return switch (role) {
      case SALES ->
          List.of("Sales", "Store Sales", "Sales Amount", "Amount", "Revenue", "Warehouse Sales");
      case COST -> List.of("Cost", "Store Cost", "Cost of Sales", "Warehouse Cost");
      case PROFIT -> List.of("Profit", "Gross Profit");
      case QUANTITY -> List.of("Quantity", "Unit Sales", "Units", "Units Shipped");
      case ORDERS -> List.of("Orders", "Order Count");
      case CUSTOMERS -> List.of("Customers", "Customer Count", "Buyers");
      default -> List.of();
    };
  }
}
